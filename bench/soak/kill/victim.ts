import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@trailglass/api';
import { type Program, startProgram } from '@trailglass/dev-env';
import { copyOf } from './left-behind.ts';

export interface Setting {
  readonly dataDir: string;
  readonly localUrl: string;
  readonly regions: readonly string[];
}
export type Target = 'server' | 'store' | 'both';

const FROZEN_MS = 10;
const PATIENCE_MS = 30_000;

/** The built server with an archive, which can be killed in the middle of anything, and started again. */
export class Victim implements AsyncDisposable {
  #program: Program | undefined;

  constructor(private readonly setting: Setting) {}

  get url(): string {
    if (this.#program === undefined) throw new Error('The server is not running.');
    return this.#program.url;
  }
  /** What it has said, to be shown when something went wrong. */
  get output(): string {
    return this.#program?.output() ?? '';
  }

  async start(): Promise<void> {
    const { dataDir, localUrl, regions } = this.setting;
    this.#program = await startProgram('apps/server/dist/main.js', [
      '--port',
      '0',
      '--endpoint',
      localUrl,
      '--data-dir',
      dataDir,
      '--regions',
      regions.join(','),
    ]);
    await this.#open();
  }

  /**
   * Freezes it, copies what is on disk, and kills. `died` is called at that moment.
   * @returns the copy, and milliseconds from the kill until the archive answers again
   */
  async kill(target: Target, died: () => void): Promise<{ copy: string; backMs: number }> {
    const server = this.#program?.pid;
    const { store } = await this.#owner();
    if (server === undefined) throw new Error('The server is not running.');
    const pids = { server: [server], store: [store], both: [server, store] }[target];
    // Both stand still, so that neither writes nor promises anything while the files are copied.
    for (const pid of [server, store]) process.kill(pid, 'SIGSTOP');
    await sleep(FROZEN_MS);
    const copy = await copyOf(this.#folder());
    died();
    const killed = performance.now();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    for (const pid of [server, store]) if (!pids.includes(pid)) process.kill(pid, 'SIGCONT');
    if (target === 'store') await this.#open(store);
    else await this.start();
    return { copy, backMs: performance.now() - killed };
  }

  /** Waits until the archive can be asked, by a store that is another one than `before`. */
  async #open(before?: number): Promise<void> {
    const client = new Client(this.url);
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end) {
      const { state } = await client.archive();
      const { store } = await this.#owner();
      if (state === 'open' && store !== before) return;
      await sleep(10);
    }
    throw new Error(`The archive did not come back within ${PATIENCE_MS} ms.\n${this.output}`);
  }

  /** The data folder holds one for each source of events; here there is one source. */
  #folder(): string {
    const [name = ''] = readdirSync(this.setting.dataDir);
    return join(this.setting.dataDir, name);
  }

  async #owner(): Promise<{ readonly store: number }> {
    const text = await readFile(join(this.#folder(), 'owner.json'), 'utf8');
    return JSON.parse(text) as { store: number };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program?.stop();
  }
}
