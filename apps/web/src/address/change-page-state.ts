import type { AnyRouter } from '@tanstack/react-router';
import { parseSearch, printSearch } from './search-params.ts';
import type { PageState } from './page-state.ts';
import { buildPageState, foreignParams, parsePageState } from './url.ts';

export type Move = 'push' | 'replace';

/** Set on a history entry that opening an event made, so that closing it can go back. */
const opened = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'openedEvent' in state;

/** The history goes back only after a while. What is changed until it has is of the entry that it goes to. */
let returning: (() => void)[] | undefined;
const GOES_NOWHERE_MS = 500;

function goBack(router: AnyRouter): void {
  const waiting: (() => void)[] = [];
  const done = (): void => {
    clearTimeout(timer);
    stop();
    returning = undefined;
    for (const act of waiting) act();
  };
  returning = waiting;
  const timer = setTimeout(done, GOES_NOWHERE_MS);
  const stop = router.history.subscribe(done);
  router.history.back();
}

/** Reads the history, not the rendered page: two changes in one moment must not lose the first. */
export function changePageState(router: AnyRouter, change: Partial<PageState>, how?: Move): void {
  if (returning) {
    returning.push(() => changePageState(router, change, how));
    return;
  }
  const { pathname, search, state } = router.history.location;
  const params = parseSearch(search);
  const before = parsePageState(params).state;
  const foreign = pathname === '/events' ? {} : foreignParams(params);
  const onlyEvent = Object.keys(change).every((key) => key === 'event');
  const onlySelected = Object.keys(change).every((key) => key === 'selected');
  const opens = onlyEvent && change.event !== undefined && before.event === undefined;
  const closes = onlyEvent && change.event === undefined && before.event !== undefined;
  if (closes && how === undefined && opened(state)) {
    goBack(router);
    return;
  }
  const another = change.range !== undefined && !('around' in change);
  const next = buildPageState({
    ...before,
    ...(another && { around: undefined }),
    ...change,
  });
  const href = pathname + printSearch({ ...foreign, ...next });
  const walks = onlyEvent && !opens;
  const move = how ?? (walks ? 'replace' : 'push');
  const keeps = opens || (((walks && !closes) || onlySelected) && opened(state));
  router.history[move](href, keeps ? { openedEvent: true } : {});
}
