import { problem, ProblemError, type Problem } from '@trailglass/api';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Target } from '../search/search.types.ts';

/** @param where the scope that it stops, or none when it stops all of them */
export const archiveFailed = ({ message }: ArchiveError, where?: Target['label']): Problem =>
  problem('archive-failed', `${message} Background reading waits for it.`, where);

/** Why a scope is not kept read for now; undefined for a mistake of ours. */
export function problemIn(error: unknown, { label }: Target): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof ArchiveError) return archiveFailed(error, label);
  return undefined;
}
