import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A built file, whole in memory: a few megabytes in all, and what was read at start stays one build. */
export interface BuiltFile {
  readonly type: string;
  readonly etag: string;
  /** Its name carries its hash, so it never changes. */
  readonly immutable: boolean;
  readonly plain: Buffer;
  /** Compressed when it was built, by encoding name. */
  readonly encoded: ReadonlyMap<'br' | 'gzip', Buffer>;
}
/** By exact request path; a path that is not a key is not a file, so nothing can be walked. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Files of known types only: no source maps, no dot files. Empty when nothing is built yet. */
export function readBuiltFiles(folder: string): BuiltFiles {
  const files = new Map<string, BuiltFile>();
  for (const path of paths(folder)) {
    const type = types[extname(path)];
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    if (!type || name.includes('/.')) continue;
    const plain = readFileSync(path);
    files.set(name, {
      type,
      plain,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
      immutable: name.startsWith('/assets/'),
      encoded: new Map(
        (['br', 'gzip'] as const).flatMap((encoding) => {
          const bytes = readIfThere(`${path}.${encoding === 'br' ? 'br' : 'gz'}`);
          return bytes ? [[encoding, bytes] as const] : [];
        }),
      ),
    });
  }
  return files;
}

function paths(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
