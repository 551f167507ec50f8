import type { EpochMs, TrailEvent } from '@trailglass/record';
import type { Newest } from './newest.ts';
import type { SearchPlan } from '../plan/plan.ts';
import { idMark, type Spot } from '../cursor/position.ts';
import type { ReadPage } from '../search.types.ts';

/**
 * Rows of a page that are wanted, and where reading goes on behind the last of them. In the archive that is where the
 * newest rows of all scopes end, though the next of this one may be far below: all go on from one place, with one read.
 * @param shown ids of rows that were sent already, though not in their turn
 */
export function takePage(
  page: Pick<ReadPage, 'found' | 'readTo' | 'calls'>,
  before: Spot,
  shown: ReadonlySet<string>,
  {
    plan,
    newest,
  }: { readonly plan: SearchPlan; readonly newest: Pick<Newest, 'accepts' | 'closedAt'> },
): { readonly rows: TrailEvent[]; readonly resume: Spot; readonly full: boolean } {
  const rows: TrailEvent[] = [];
  const sent = new Map<EpochMs, Set<string>>([[before.at, new Set(before.sent)]]);
  const marksAt = (at: EpochMs): Set<string> => {
    const marks = sent.get(at) ?? new Set();
    sent.set(at, marks);
    return marks;
  };
  for (const { event, at } of page.found.toSorted((a, b) => b.at - a.at)) {
    if (at === before.at && before.sent.has(idMark(event.eventId))) continue;
    if (!plan.matches(event)) continue;
    if (shown.has(event.eventId)) {
      marksAt(at).add(idMark(event.eventId));
      continue;
    }
    if (!newest.accepts(at)) {
      const end = page.calls > 0 ? at : Math.max(at, Math.min(before.at, newest.closedAt ?? at));
      return { rows, resume: { at: end as EpochMs, sent: marksAt(end as EpochMs) }, full: true };
    }
    marksAt(at).add(idMark(event.eventId));
    rows.push(event);
  }
  return { rows, resume: { at: page.readTo, sent: marksAt(page.readTo) }, full: false };
}
