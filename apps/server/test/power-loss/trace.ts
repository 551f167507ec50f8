import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../against-archive.ts';

/** What a process did to a file of its folder, in order; `at` in ms since 1970. The folder itself has no name. */
export type FileOp = { readonly at: number; readonly file: string } & (
  | {
      readonly op: 'write';
      readonly bytes: Buffer;
      /** Absent: at the end. */ readonly offset?: number;
    }
  | { readonly op: 'sync' }
  | { readonly op: 'truncate'; readonly size: number }
  | { readonly op: 'remove' }
  | { readonly op: 'rename'; readonly to: string }
);

export interface Trace {
  /** Ends it. Throws an Error where something was done to a file that is not understood here. */
  readonly end: () => Promise<readonly FileOp[]>;
}

const CALLS =
  'write,writev,pwrite64,pwritev,fsync,fdatasync,ftruncate,truncate,unlink,unlinkat,rename,renameat,fallocate';

/** Records what a process writes into a folder, with strace; or says why that cannot be done here. */
export async function traceWrites(pid: number, folder: string): Promise<Trace | string> {
  const out = join(emptyFolder(), 'trace');
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
  } catch {
    return 'what a process writes cannot be recorded here: there is no strace';
  }
  const of = ['-f', '-y', '-ttt', '-xx', '-s', '100000000', '-e', `trace=${CALLS}`];
  const strace = spawn('strace', [...of, '-o', out, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = String((await once(strace.stderr, 'data'))[0]);
  if (!said.includes('attached')) return `what a process writes cannot be recorded here: ${said}`;
  return {
    end: async () => {
      strace.kill('SIGINT');
      await once(strace, 'exit');
      const inside = hex(folder);
      return whole(readFileSync(out, 'latin1'))
        .filter((line) => line.includes(inside))
        .map((line) => parsed(line, folder));
    },
  };
}

/** Calls that another thread interrupted are two lines of strace's; they count from when they ended. */
function whole(text: string): string[] {
  const begun = new Map<string, string>();
  return text.split('\n').flatMap((line) => {
    const thread = line.split(' ', 1)[0] ?? '';
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(line)?.[1];
    if (unfinished !== undefined) {
      begun.set(thread, unfinished);
      return [];
    }
    const resumed = /^\d+ +([\d.]+) <\.\.\. \w+ resumed>(.*)$/.exec(line);
    if (!resumed) return [line];
    const rest = (begun.get(thread) ?? '').replace(/^(\d+ +)[\d.]+/, `$1${resumed[1]}`);
    return [`${rest}${resumed[2]}`];
  });
}

const PATTERN =
  /^\d+ +([\d.]+) (\w+)\((?:\d+<([^>]*)>|(?:AT_FDCWD<[^>]*>, )?"([^"]*)")(?:, )?(.*)\) += (-?\d+)/;

function parsed(line: string, folder: string): FileOp {
  const [, seconds, call, byHandle, byName, rest = '', result] = PATTERN.exec(line) ?? [];
  const path = unescaped(byHandle ?? byName ?? '').toString('utf8');
  const at = Number(seconds) * 1000;
  const file = nameIn(folder, path);
  const [bytes, , offset] = rest.split(', ');
  if (call === 'fsync' || call === 'fdatasync') return { at, file, op: 'sync' };
  if (call === 'rename')
    return {
      at,
      file,
      op: 'rename',
      to: nameIn(folder, unescaped(rest.slice(1, -1)).toString('utf8')),
    };
  if (call === 'unlink') return { at, file, op: 'remove' };
  if (call === 'ftruncate') return { at, file, op: 'truncate', size: Number(rest) };
  if (call !== 'write' && call !== 'pwrite64')
    throw new Error(`What is this? ${line.slice(0, 200)}`);
  const written = unescaped(bytes?.slice(1, -1) ?? '').subarray(0, Number(result));
  return {
    at,
    file,
    op: 'write',
    bytes: written,
    ...(call === 'pwrite64' && { offset: Number(offset) }),
  };
}

const nameIn = (folder: string, path: string): string => path.slice(folder.length + 1);

/** `\x41\x42`, as strace writes everything with -xx. */
const hex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const unescaped = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');
