import { notify } from '../ui/notices.ts';
import { compareLimits, comparePath } from './compare/compare-link.ts';
import { sharedValue } from '../ui/shared-value.ts';
import type { EventAddress, PageState } from './page-state.ts';
import { rowKey } from './results/order.ts';

/** The events selected for comparison, in the order of selecting. They stay selected while the question changes. */
const selected = sharedValue<readonly EventAddress[]>([]);

export const hasSelection = (): boolean => selected.get().length > 0;
export const useSelection = selected.use;
export const clearSelection = (): void => selected.set([]);

export function toggleSelected(one: EventAddress): void {
  const key = rowKey(one);
  const others = selected.get().filter((event) => rowKey(event) !== key);
  if (others.length === selected.get().length && others.length === compareLimits.most) {
    notify({ type: 'info', content: 'Five events are selected; more cannot be compared at once.' });
    return;
  }
  const without = others.length < selected.get().length;
  selected.set(without ? others : [...others, one]);
}

/** To the comparison of the selected events, oldest first as things happened. */
export function compareSelected(go: (path: string) => void): void {
  const events = selected.get();
  if (events.length < compareLimits.least) {
    const content = 'Select two to five events to compare: with their boxes, or with x.';
    notify({ type: 'info', content });
    return;
  }
  go(comparePath(events.toSorted((a, b) => Date.parse(a.time ?? '') - Date.parse(b.time ?? ''))));
}

/** The page that sets the selected events against the others of its question. */
export const differSelected = (): Pick<PageState, 'differ' | 'event'> => ({
  differ: { kind: 'events', ids: [...new Set(selected.get().map(({ eventId }) => eventId))] },
  event: undefined,
});
