import { spawn } from 'node:child_process';
import { at, root } from './places.mjs';

const windows = process.platform === 'win32';

/**
 * Runs a program to its end and shows what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [options] quiet: only when it fails
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npx and what stands in node_modules/.bin are .cmd files there, which only a shell can start.
      shell: windows,
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** An installed tool, by the name of its command. */
export const tool = (/** @type {string} */ name, folder = root) =>
  folder === root ? at('node_modules', '.bin', name) : at(folder, 'node_modules', '.bin', name);

/** Says what is done, while it is done, in one line. */
export async function step(/** @type {string} */ says, /** @type {() => Promise<number>} */ work) {
  const start = performance.now();
  console.log(`${says} …`);
  const code = await work();
  if (code !== 0) {
    console.error(`${says} failed.`);
    process.exit(code);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${says}: ${seconds} s`);
}
