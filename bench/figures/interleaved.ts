import { quantile } from './quantile.ts';

/** Two ways to the same answer, in turns, so that a machine's moods meet both. Medians in milliseconds. */
export async function interleaved(
  rounds: number,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<{ readonly ours: number; readonly theirs: number; readonly ratio: number }> {
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  // The first of each fills caches.
  await ours();
  await theirs();
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await timed(ours));
    times.theirs.push(await timed(theirs));
  }
  const [one, other] = [quantile(times.ours, 0.5), quantile(times.theirs, 0.5)];
  return { ours: one, theirs: other, ratio: one / other };
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
