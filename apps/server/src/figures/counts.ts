import type { Counts } from '@trailglass/api';
import type { CountsFound } from '../archive/protocol/figures.ts';
import { type About, aboutOf, coverageOf, knownScopes, dueOf } from './about.ts';
import type { Asking } from './asking.ts';
import { coveredShare } from './covered.ts';
import type { FigureParts, FigureRequest } from './figures.types.ts';

/** What each question matches, all in one look at the archive. */
export async function countEach(
  questions: readonly FigureRequest[],
  parts: FigureParts,
  asking: Asking,
  signal: AbortSignal,
): Promise<Counts> {
  const abouts = await Promise.all(questions.map((asked) => aboutOf(asked, parts, signal)));
  const covered = await Promise.all(
    abouts.map(async (about) => coveredShare(await coverageOf(about, asking), dueOf(about))),
  );
  const askable = abouts.filter((about) => knownScopes(about).length > 0);
  const { counts } = await asking.count<CountsFound>(
    async (archive, until) =>
      askable.length === 0
        ? { counts: [] }
        : archive.counts({ questions: askable.map(inArchive) }, until),
    signal,
  );
  return {
    counts: abouts.map((about, n) => ({
      // A scope whose account was never known has no events here.
      ...(askable.includes(about) ? counts[askable.indexOf(about)] : { events: 0 }),
      covered: covered[n] ?? 0,
    })),
  };
}

const inArchive = (about: About) => ({
  scopes: knownScopes(about),
  ...about.window,
  filter: about.filter,
});
