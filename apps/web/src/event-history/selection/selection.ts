import { counted } from '../../ui/numbers/count.ts';
import { notify } from '../../ui/notices.ts';
import { sharedValue } from '../../ui/shared-value.ts';
import { compareLimits, comparePath } from '../../address/pages/compare-link.ts';
import { listInHand } from '../results/list-in-hand.ts';
import { type EventAddress, type PageState, selectionLimit } from '../../address/page-state.ts';
import { addressOf } from '../../address/event-address.ts';
import { indexOfEvent } from '../results/order.ts';
import { eventKey } from '../../event/event-key.ts';

/** The selected events, in the order of selecting. They stay selected while the question changes. */
const selected = sharedValue<readonly EventAddress[]>([]);
/** Where a range begins: the event selected, or left out, last. */
let anchor: EventAddress | undefined;

export const hasSelection = (): boolean => selected.get().length > 0;
export const useSelection = selected.use;
export const clearSelection = (): void => selected.set([]);
export const setSelection = selected.set;

export function toggleSelected(one: EventAddress): void {
  anchor = one;
  if (isSelected(one)) leaveOut([one]);
  else take([one]);
}

/** From the event that was selected last to this one, as they stand in the list: all of them become as this one does. */
export function selectThrough(one: EventAddress): void {
  const rows = listInHand.get()?.store.snapshot().rows ?? [];
  const [from, to] = [anchor ? indexOfEvent(rows, anchor) : -1, indexOfEvent(rows, one)];
  if (from < 0 || to < 0) {
    toggleSelected(one);
    return;
  }
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(addressOf);
  anchor = one;
  if (isSelected(one)) leaveOut(between);
  // Where not all of them can be, those next to where the range began are.
  else take(from < to ? between : between.toReversed());
}

/** Every event that is listed so far, the newest of them where there are more than can be selected. */
export function selectListed(): void {
  const rows = listInHand.get()?.store.snapshot().rows ?? [];
  take(rows.slice(0, selectionLimit + 1).map(addressOf), rows.length);
}

const isSelected = (one: EventAddress): boolean =>
  selected.get().some((event) => eventKey(event) === eventKey(one));

function leaveOut(events: readonly EventAddress[]): void {
  const out = new Set(events.map(eventKey));
  selected.set(selected.get().filter((event) => !out.has(eventKey(event))));
}

/** @param of how many were meant */
function take(events: readonly EventAddress[], of = events.length): void {
  const known = new Set(selected.get().map(eventKey));
  const news = events.filter((event) => !known.has(eventKey(event)));
  const room = Math.max(0, selectionLimit - known.size);
  if (news.length > 0) selected.set([...selected.get(), ...news.slice(0, room)]);
  if (news.length <= room) return;
  const taken =
    of === 1 ? '' : ` Of these ${counted(of, 'event')}, ${Math.min(news.length, room)} were added.`;
  notify({
    type: 'info',
    content: `${selectionLimit} events are selected, and no more can be.${taken} For more, filter the list or choose a time on the timeline.`,
  });
}

/** To the comparison of the selected events, oldest first as things happened. */
export function compareSelected(go: (path: string) => void): void {
  const events = selected.get();
  if (events.length < compareLimits.least || events.length > compareLimits.most) {
    const content =
      events.length === 0
        ? 'Select two to five events to compare: with their boxes, or with x.'
        : `Two to five events can be compared; ${events.length} ${events.length === 1 ? 'is' : 'are'} selected.`;
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
