import { useEffect } from 'react';
import { useAbout } from '../api/about.ts';
import { chosenScopes } from '../event-history/scopes.ts';
import { useAddress } from '../event-history/use-page-state.ts';
import { notify } from '../ui/notices.ts';

/** Tells what of the address could not be used. */
export function useLinkNotices(): void {
  const { state, notices } = useAddress();
  const about = useAbout();
  const unknown = chosenScopes(state, about).unknown.join(', ');
  const broken = notices.join(' ');
  useEffect(() => {
    if (broken !== '') notify({ type: 'info', content: broken });
  }, [broken]);
  useEffect(() => {
    if (unknown === '') return;
    notify({
      type: 'info',
      content: `This link asks for what this server does not offer: ${unknown}. The rest is shown.`,
    });
  }, [unknown]);
}
