import { useEffect } from 'react';
import { notify } from '../../ui/notices.ts';
import { usePreferenceFaults } from '../../ui/preference/preference.ts';

/** Tells which settings could not be read or kept: once, whatever their number. */
export function usePreferenceNotices(): void {
  const faults = usePreferenceFaults();
  const unreadable = faults.filter((fault) => fault.kind === 'unreadable').map((f) => f.label);
  const lost = unreadable.join(', ');
  const notKept = faults.some((fault) => fault.kind === 'not-kept');
  useEffect(() => {
    if (lost === '') return;
    notify({
      type: 'info',
      content: `Saved settings could not be read and have their defaults: ${lost}.`,
    });
  }, [lost]);
  useEffect(() => {
    if (!notKept) return;
    notify({
      type: 'info',
      content: 'This browser keeps no settings for this page; they last until it is closed.',
    });
  }, [notKept]);
}
