import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Program extends AsyncDisposable {
  /** The address in its first line. */
  readonly url: string;
  /** For tests that end it without a word. */
  readonly pid: number | undefined;
  /** Everything it has printed so far, both streams. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const patience = 30_000;

/** Starts a built program and waits for its first line `… is ready at URL`. It ends with this process. */
export async function startProgram(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const path = join(root(), script);
  if (!existsSync(path)) throw new Error(`${script} is not built: run npm run build first.`);
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // Its channel must not keep this process alive.
  child.channel?.unref();
  const printed = { text: '' };
  const stop = () => stopped(child);
  const url = await ready(child, printed).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, pid: child.pid, output: () => printed.text, stop, [Symbol.asyncDispose]: stop };
}

/** The workspace's folder, from wherever this file was bundled to. */
function root(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    if (folder === dirname(folder)) throw new Error('Not within the Trailglass workspace.');
    folder = dirname(folder);
  }
  return folder;
}

/** Whatever AWS settings this machine has, a test must not pick them up. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(AWS|TRAILGLASS)_/.test(name)),
  );

function ready(child: ChildProcess, printed: { text: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${printed.text}`));
    const timer = setTimeout(() => fail(`not ready within ${patience} ms`), patience);
    const take = (chunk: Buffer) => {
      printed.text += chunk.toString();
      const found = / is ready at (http:\/\/[^\s/]+)/.exec(printed.text);
      if (!found?.[1]) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill();
  });
}
