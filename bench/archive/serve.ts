import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalProgram, startProgram, type Program } from '@trailglass/dev-env';
import { accounts, regions } from '../../packages/cloudtrail-local/src/samples/cast/accounts.ts';
import type { Made } from './made-archive.ts';
import { readAt } from './write-day.ts';

export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly pid: number | undefined;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly startMs: number;
  /** What AWS was asked so far: nothing, where all of it is in the archive. */
  readonly lookups: () => Promise<number>;
  /** The same server once more over the same files. */
  readonly startAgain: () => Promise<number>;
}

/** The built server with this archive as its data folder. AWS is an endpoint that knows the accounts and no event. */
export async function serve(made: Made): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'trailglass-bench-'));
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const keys = accounts.map((account) => ({
    ...account,
    accessKeyId: `key_${account.name}`,
    records: 'own',
  }));
  const local = await startLocalProgram([
    `--records=${await file('none.json', '{"Records":[]}')}`,
    `--accounts=${await file('accounts.json', JSON.stringify(keys))}`,
    `--now=${new Date(readAt * 1000).toISOString()}`,
    '--rate=0',
  ]);
  // The folder of an endpoint is named after its address, which has another port each time.
  const name = createHash('sha256').update(new URL(local.url).href).digest('hex').slice(0, 12);
  await symlink(made.folder, join(folder, `endpoint-${name}`));
  const profiles = keys.map(
    ({ name, accessKeyId, secretAccessKey }) =>
      `[${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  );
  const env = {
    AWS_SHARED_CREDENTIALS_FILE: await file('credentials', profiles.join('\n')),
    AWS_CONFIG_FILE: await file('config', ''),
  };
  const start = async (): Promise<{ program: Program; startMs: number }> => {
    const begun = performance.now();
    const program = await startProgram(
      'apps/server/dist/main.js',
      [
        '--port=0',
        `--endpoint=${local.url}`,
        `--data-dir=${folder}`,
        `--regions=${regions.join(',')}`,
        ...accounts.map((account) => `--profile=${account.name}`),
      ],
      env,
    );
    return { program, startMs: performance.now() - begun };
  };
  let running = await start();
  return {
    get url() {
      return running.program.url;
    },
    get pid() {
      return running.program.pid;
    },
    get startMs() {
      return running.startMs;
    },
    startAgain: async () => {
      await running.program.stop();
      running = await start();
      return running.startMs;
    },
    lookups: async () =>
      (await local.requests()).filter(({ operation }) => operation === 'LookupEvents').length,
    [Symbol.asyncDispose]: async () => {
      await running.program.stop();
      await local.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
