import type { AnyRouter } from '@tanstack/react-router';
import { parseSearch, printSearch } from '../ui/address.ts';
import type { PageState } from './page-state.ts';
import { buildPageState, foreignParams, parsePageState } from './url.ts';

export type Move = 'push' | 'replace';

/** Set on a history entry that opening an event made, so that closing it can go back. */
const opened = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'openedEvent' in state;

/** Reads the history, not the rendered page: two changes in one moment must not lose the first. */
export function changePageState(router: AnyRouter, change: Partial<PageState>, how?: Move): void {
  const { pathname, search, state } = router.history.location;
  const params = parseSearch(search);
  const before = parsePageState(params).state;
  const foreign = pathname === '/events' ? {} : foreignParams(params);
  const onlyEvent = Object.keys(change).every((key) => key === 'event');
  const opens = onlyEvent && change.event !== undefined && before.event === undefined;
  const closes = onlyEvent && change.event === undefined && before.event !== undefined;
  if (closes && how === undefined && opened(state)) {
    router.history.back();
    return;
  }
  const next = buildPageState({ ...before, ...change });
  const href = pathname + printSearch({ ...foreign, ...next });
  const walks = onlyEvent && !opens;
  const move = how ?? (walks ? 'replace' : 'push');
  const keeps = opens || (walks && !closes && opened(state));
  router.history[move](href, keeps ? { openedEvent: true } : {});
}
