import { fork, type ChildProcess } from 'node:child_process';

/** Starts the store's program; it waits to be told its place, and ends with this process. */
export const forkStore = (script: string): ChildProcess =>
  fork(script, [], {
    // DuckDB's queries and everything else of the process share these threads. Where the C library is glibc, each would
    // keep what it freed for itself: up to 90 MB that nobody uses.
    env: { MALLOC_ARENA_MAX: '2', ...withoutAws(process.env), UV_THREADPOOL_SIZE: '8' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });

/** The store has no business with AWS. */
const withoutAws = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
