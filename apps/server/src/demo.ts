import { fork, type ChildProcess } from 'node:child_process';
import { isRegion } from '@trailglass/record';
import { z } from 'zod';
import type { DemoSource } from './config/server-config.ts';
import type { AwsConfig } from './config/types.ts';

/** What cloudtrail-local says over the process channel once it answers. */
const Ready = z.object({
  ready: z.literal(true),
  url: z.string(),
  accounts: z.array(
    z.object({ name: z.string(), accessKeyId: z.string(), secretAccessKey: z.string() }),
  ),
  regions: z.array(z.string().refine(isRegion)),
});

export interface Demo {
  readonly config: AwsConfig;
  /** Resolves, with what it said last, if it ends before it is told to. */
  readonly ended: Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts the endpoint with sample events as a child on a free port. It ends with us: its channel closes. */
export async function startDemo(script: string, { regions }: DemoSource): Promise<Demo> {
  const child = fork(script, ['--samples', '--port', '0'], {
    // Nothing of this machine's AWS configuration is its business.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')),
    ),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Ctrl-C reaches the whole group of the terminal; this child is ended by us, in order.
    detached: process.platform !== 'win32',
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2000);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(said.trim() || `it ended with ${signal ?? `code ${String(code)}`}`);
    });
    child.once('error', (error) => {
      resolve(error.message);
    });
  });
  const answer = await Promise.race([firstMessage(child), ended]);
  const ready = Ready.safeParse(answer);
  if (!ready.success)
    throw new Error(typeof answer === 'string' ? answer : 'it does not say where it answers');
  const { url: endpoint, accounts, regions: all } = ready.data;
  return {
    config: {
      mode: 'demo',
      endpoint,
      regions: regions ?? all,
      accounts: accounts.map(({ name, accessKeyId, secretAccessKey }) => ({
        kind: 'keys',
        name,
        accessKeyId,
        secretAccessKey,
      })),
    },
    ended,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

const firstMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => {
    child.once('message', resolve);
  });
