import type { AnyRouter } from '@tanstack/react-router';
import { keyOfValue, sessionPath } from '../address/pages/session-address.ts';
import type { ValueActions } from '../ui/value-menu/value-actions.ts';

/** From any access key on the page to the tree of who handed it out. */
export const followSession =
  (router: AnyRouter): ValueActions['followSession'] =>
  ({ subject, value }) => {
    const key = keyOfValue(subject, value);
    return key === undefined ? undefined : () => router.history.push(sessionPath({ key }));
  };
