import { useEffect } from 'react';
import { useAbout } from '../../api/about.ts';
import { chosenScopes } from '../../address/scopes.ts';
import { useAddress } from '../../address/use-page-state.ts';
import { notify } from '../../ui/notices.ts';
import { usePage } from '../pages/pages.ts';

/** Tells what of the address could not be used. */
export function useLinkNotices(): void {
  const { state, notices } = useAddress();
  const { name } = usePage();
  const { unknown } = chosenScopes(state, useAbout());
  const content = [
    ...notices,
    ...(unknown.length === 0
      ? []
      : [`This server does not offer ${unknown.join(', ')}; the rest of the link is shown.`]),
  ].join(' ');
  useEffect(() => {
    if (content !== '' && name === 'events') notify({ type: 'info', content });
  }, [content, name]);
}
