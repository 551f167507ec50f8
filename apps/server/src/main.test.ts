import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const program = join(import.meta.dirname, '../dist/main.js');
const home = mkdtempSync(join(tmpdir(), 'trailglass-home-'));
const awsConfig = join(home, 'config');
const started: ChildProcess[] = [];

beforeAll(() => {
  if (!existsSync(program)) throw new Error('The server is not built: run npm run build first.');
  writeFileSync(
    awsConfig,
    [
      '[profile corp]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Audit\nregion = eu-west-1',
      '[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n',
    ].join('\n'),
  );
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(home, { recursive: true }));

function start(args: string) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:AWS|TRAILGLASS)_/.test(name),
  );
  const env = {
    ...Object.fromEntries(inherited),
    HOME: home,
    AWS_CONFIG_FILE: awsConfig,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const child = spawn(process.execPath, [program, ...args.split(' ')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = async (what: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = what.exec(said.out);
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`It ended: ${said.out}${said.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, said, ended, says };
}

const ready = /^Trailglass is ready at (http:\/\/127\.0\.0\.1:\d+)\/$/m;
const headers = { 'x-requested-by': 'trailglass' };
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('what keeps it from starting is one line, and an exit code', () => {
  test.each([
    ['--prot 1', 2, /unknown option '--prot'/],
    ['--profile nobody', 2, /no profile "nobody"\. Profiles there: corp\.$/],
    ['--bind 0.0.0.0', 2, /^--bind: .*--allow-remote\.$/],
    [
      '--bind 203.0.113.9 --allow-remote --endpoint http://127.0.0.1:9',
      1,
      /no address 203\.0\.113\.9/,
    ],
  ])('%s', async (args, code, line) => {
    const { ended, said } = start(args);
    expect(await ended).toBe(code);
    expect(said.out).toBe('');
    expect(said.err.trimEnd()).toMatch(line);
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('S11: a folder of events that another one has open, which is named by its process id', async () => {
    const folder = join(home, 'events');
    const both = `--endpoint http://127.0.0.1:9 --port 0 --data-dir ${folder}`;
    const first = start(both);
    await first.says(ready);
    const { ended, said } = start(both);
    expect(await ended).toBe(1);
    expect(said.err).toMatch(
      new RegExp(
        `^Another Trailglass \\(process ${first.child.pid}\\) keeps its events in ${folder}/`,
      ),
    );
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    first.child.kill('SIGTERM');
    await first.ended;
    await start(both).says(ready);
  }, 30_000);

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { ended, said } = start(`--endpoint http://127.0.0.1:9 --port ${port}`);
    expect(await ended).toBe(1);
    expect(said.err).toMatch(
      new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is in use\\..*--port \\d+\\.\n$`),
    );
    other.close();
  });
});

test('ends when it is told to while it still starts, as the first process of a container has to', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  const asked = once(silent, 'connection');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const { child, ended, said } = start(`--endpoint http://127.0.0.1:${port} --port 0`);
  await asked;
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(said.out).toBe('');
  silent.close();
});

describe('demo', { timeout: 30_000 }, () => {
  test('shows three accounts of samples, and ends whole', async () => {
    const { child, says, ended, said } = start('--port 0');
    const url = (await says(ready))[1] ?? '';
    await says(/Regions {3}/);
    expect(said.out).not.toContain('Sign in');
    const about = (await (await fetch(`${url}/api/about`, { headers })).json()) as {
      mode: string;
      endpoint: string;
      accounts: { id: string }[];
    };
    expect(about).toMatchObject({ mode: 'demo', accounts: [{}, {}, {}] });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await answers(about.endpoint)).toBe(false);
    expect(said.err).toBe('');
  });

  test('killed, it leaves no endpoint behind', async () => {
    const { child, says, ended } = start('--port 0');
    const url = (await says(ready))[1] ?? '';
    const about = (await (await fetch(`${url}/api/about`, { headers })).json()) as {
      endpoint: string;
    };
    child.kill('SIGKILL');
    await ended;
    const end = performance.now() + 15_000;
    while ((await answers(about.endpoint)) && performance.now() < end);
    expect(await answers(about.endpoint)).toBe(false);
  });
});

describe('with AWS', { timeout: 30_000 }, () => {
  test('credentials that have expired are explained with their command; the page is served and signed in to', async () => {
    const { child, says, said, ended } = start('--port 0 --profile corp');
    const url = (await says(ready))[1] ?? '';
    await says(/Works once/);
    expect(said.out).toContain('aws sso login --profile corp');
    const [, link = '', token = ''] = await says(/Sign in {3}(http:\S+)#k=(\S+)/);
    expect(link).toBe(`${url}/`);
    expect((await fetch(`${url}/api/about`, { headers })).status).toBe(401);
    const signIn = (token: string) =>
      fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
    expect((await signIn(token)).status).toBe(200);
    expect((await signIn(token)).status).toBe(401);
    child.kill('SIGUSR2');
    const [, second = ''] = await says(/#k=\S+[\s\S]*#k=(\S+)/);
    expect((await signIn(second)).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
