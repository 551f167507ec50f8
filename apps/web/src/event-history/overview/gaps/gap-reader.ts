import type { Client, EventRow } from '@trailglass/api';
import type { Question } from '../../results/question.ts';
import { type SharedValue, sharedValue } from '../../../ui/shared-value.ts';
import { type Gap, sameGap } from '../../../coverage/gap.ts';
import { readGap } from './read-gap.ts';
import type { GapReading, Gaps } from '../../../coverage/gap-reading.ts';

export interface GapReader extends Pick<SharedValue<Gaps>, 'get' | 'subscribe' | 'use'> {
  /** What is being read or waits already is not read twice. */
  readonly read: (gap: Gap) => void;
  /** Ends the one being read, and those that wait do not begin. */
  readonly stop: () => void;
  /** Another question: cancels and forgets. */
  readonly ask: (question: Pick<Question, 'q' | 'paths'> | undefined) => void;
}

const none: Gaps = { waiting: [], done: [] };

/** @param rows hears of each event that was found */
export function createGapReader(
  client: Pick<Client, 'events'>,
  rows: (rows: readonly EventRow[]) => void,
): GapReader {
  const gaps = sharedValue(none);
  let asked: Pick<Question, 'q' | 'paths'> = { q: '' };
  let own = new AbortController();

  const change = (news: Partial<Gaps>): void => gaps.set({ ...gaps.get(), ...news });

  const start = (gap: Gap): void => {
    const mine = new AbortController();
    own = mine;
    const tell = (now: GapReading): void => {
      // An end that comes after another question was asked is of no interest.
      if (own !== mine) return;
      if (now.state === 'reading') change({ active: now });
      else ended(now);
    };
    change({
      active: { gap, state: 'reading', scopes: [], found: 0, problems: [] },
      last: undefined,
    });
    void readGap(client, { ...asked, gap }, { tell, rows }, mine.signal);
  };
  const ended = (last: GapReading): void => {
    const { done, waiting } = gaps.get();
    const [next, ...rest] = waiting;
    change({
      active: undefined,
      last,
      done: last.state === 'done' ? [...done, last.gap] : done,
      waiting: rest,
    });
    if (next) start(next);
  };

  return {
    get: gaps.get,
    subscribe: gaps.subscribe,
    use: gaps.use,
    read: (gap) => {
      const { active, waiting } = gaps.get();
      if (!active) return start(gap);
      if (![active.gap, ...waiting].some((known) => sameGap(known, gap)))
        change({ waiting: [...waiting, gap] });
    },
    stop: () => {
      change({ waiting: [] });
      own.abort();
    },
    ask: (question) => {
      const before = own;
      own = new AbortController();
      before.abort();
      asked = question ?? { q: '' };
      gaps.set(none);
    },
  };
}
