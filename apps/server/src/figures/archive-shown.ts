import { ProblemError, type Archive as ArchiveShown } from '@trailglass/api';
import { printTime, type EpochMs } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Asking } from './asking.ts';

const nothing = { bytes: 0, events: 0, scopes: [] };
const textOf = (time: EpochMs): string => printTime(time);

/** The archive as its page shows it; that it does not answer is part of that, no failure. */
export async function showArchive(
  archive: Archive | undefined,
  asking: Asking,
  signal: AbortSignal,
): Promise<ArchiveShown> {
  if (archive === undefined) return { state: 'off', ...nothing };
  const { place, keepDays } = archive;
  const where = {
    ...(place.kind === 'folder' && { folder: place.folder }),
    ...(keepDays !== undefined && { keepDays }),
  };
  try {
    const [{ bytes }, { scopes }] = await asking.count(
      (asked, until) => Promise.all([asked.summary(), asked.contents(until)]),
      signal,
    );
    return {
      ...where,
      state: 'open',
      bytes,
      events: scopes.reduce((sum, { events }) => sum + events, 0),
      scopes: scopes.map((scope) => ({
        ...scope,
        oldest: textOf(scope.oldest),
        newest: textOf(scope.newest),
      })),
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...where, state: 'failed', problem: error.problem, ...nothing };
  }
}
