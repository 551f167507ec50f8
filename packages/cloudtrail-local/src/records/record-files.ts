import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const recordFile = /\.(json|ndjson|jsonl)(\.gz)?$/i;
const zipFile = /\.zip$/i;
const lineFile = /\.(ndjson|jsonl)(\.gz)?$/i;

/**
 * The record files under a path, in order of name: the file itself whatever its name, or a folder's .json, .ndjson
 * and .jsonl files, gzipped or not, and .zip files, however deep. Links inside a folder are not followed.
 */
export function recordFiles(path: string): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'error'}`, {
      cause: error,
    });
  }
  return isFolder ? inFolder(path) : [path];
}

export const isRecordFile = (name: string): boolean => recordFile.test(name);

/** One record a line, so that a broken one costs only its line. */
export const isLineFile = (file: string): boolean => lineFile.test(file);

const inFolder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry: Dirent) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return inFolder(path);
      return (isRecordFile(entry.name) || zipFile.test(entry.name)) && lstatSync(path).isFile()
        ? [path]
        : [];
    });
