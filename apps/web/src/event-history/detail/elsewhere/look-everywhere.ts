import { type Account, type Problem, ProblemError } from '@trailglass/api';
import type { EventAddress } from '../../../address/page-state.ts';
import { asProblem } from '../../../event/use-event.ts';

/** One account in one Region, and what came of asking it for the event. */
export interface Place {
  readonly account: Pick<Account, 'id' | 'name'>;
  readonly region: string;
  readonly answer: 'waiting' | 'asking' | 'none' | 'found' | Problem;
}

/** So that whatever else the reader does meanwhile is not kept waiting. */
const AT_ONCE = 4;

/** Everywhere that the server can read, but where the link says. */
export function otherPlaces(
  { account: at, region: there }: EventAddress,
  accounts: readonly Pick<Account, 'id' | 'name'>[],
  regions: readonly string[],
): readonly Place[] {
  return accounts.flatMap((account) =>
    regions
      .filter((region) => region !== there || (account.id !== at && account.name !== at))
      .map((region) => ({ account, region, answer: 'waiting' as const })),
  );
}

/**
 * Asks every place that has not answered yet, until one has the event.
 * @param ask throws a ProblemError where the event is not
 * @param tell hears of every change
 * @returns the place that has it
 */
export async function lookEverywhere(
  places: readonly Place[],
  ask: (place: Place, signal: AbortSignal) => Promise<unknown>,
  tell: (places: readonly Place[]) => void,
  leaving: AbortSignal,
): Promise<Place | undefined> {
  const enough = new AbortController();
  const signal = AbortSignal.any([leaving, enough.signal]);
  const now = [...places];
  const to = (at: number, place: Place, answer: Place['answer']): void => {
    now[at] = { ...place, answer };
    tell([...now]);
  };
  const left = now.entries();
  let found: Place | undefined;
  const askOnWithTheRest = async (): Promise<void> => {
    for (const [at, place] of left) {
      if (signal.aborted) return;
      if (place.answer === 'none') continue;
      to(at, place, 'asking');
      try {
        await ask(place, signal);
        found ??= place;
        to(at, place, 'found');
        enough.abort();
      } catch (error) {
        to(at, place, signal.aborted ? 'waiting' : answered(error));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOnWithTheRest));
  return leaving.aborted ? undefined : found;
}

const answered = (error: unknown): 'none' | Problem =>
  error instanceof ProblemError && error.problem.type === 'not-found' ? 'none' : asProblem(error);
