import { z } from 'zod';

/** Between paths: a comma inside a quoted key is part of the path. */
const one = /(?:"(?:[^"\\]|\\.)*"|[^,"])+/gs;

export const pathLimits = { paths: 20, pathCharacters: 512, values: 20 } as const;

/**
 * Dotted paths into the record, comma-separated and written as in a filter; rows then carry their values. What is no
 * path has none.
 */
export const columns = z
  .string()
  .max(8192)
  .transform((text): string[] => text.match(one) ?? [])
  .pipe(z.array(z.string().max(pathLimits.pathCharacters)).max(pathLimits.paths));

/** The inverse; undefined when no path is wanted. */
export const printColumns = (paths: readonly string[]): string | undefined =>
  paths.length === 0 ? undefined : paths.join(',');
