import type { Problem } from '@trailglass/api';
import { type EpochMs, parseTime } from '@trailglass/record';
import { connect, type Following, problemOf } from './connection.ts';
import { rest } from './rest.ts';
import { hiddenFor, untilVisible } from './visibility.ts';

/** A tab that nobody looks at gives its connection and its share of AWS's quota back after this long. */
const HIDDEN_MS = 30_000;
const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/** What a request is wrong about stays wrong. */
const lasting: ReadonlySet<Problem['type']> = new Set([
  'bad-filter',
  'bad-request',
  'unknown-scope',
]);

/** Follows one question until the signal aborts: connects again when the connection breaks and when the tab is seen again. */
export async function follow(following: Following, signal: AbortSignal): Promise<void> {
  const { store, tell } = following;
  let known: EpochMs | undefined = parseTime(store.snapshot().plan?.to);
  let failures = 0;
  while (!signal.aborted) {
    tell({ kind: 'connecting' });
    await untilVisible(signal);
    const hidden = hiddenFor(HIDDEN_MS);
    const heard = (to: EpochMs | undefined): void => {
      known = to ?? known;
      failures = 0;
    };
    const until = AbortSignal.any([signal, hidden.signal]);
    const why = await connect(following, known, heard, until).catch(problemOf);
    hidden.stop();
    if (signal.aborted) return;
    if (hidden.signal.aborted) continue;
    if (lasting.has(why.type)) {
      tell({ kind: 'broken', problem: why });
      return;
    }
    failures += 1;
    const wait = why.retryAfterMs ?? Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
    tell({ kind: 'broken', problem: why, retryAt: Date.now() + wait });
    await rest(wait, signal);
  }
}
