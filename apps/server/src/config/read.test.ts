import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailglass-config-'));
const before = { ...process.env };
beforeAll(() => {
  process.env['AWS_CONFIG_FILE'] = write(
    'config',
    '[default]\nregion=eu-west-1\n[profile prod]\nregion=eu-west-1\n[profile dev]\nregion=us-east-1\n[sso-session corp]\nsso_region=eu-west-1\n',
  );
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = write(
    'credentials',
    '[legacy]\naws_access_key_id=x\n',
  );
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const read = async (args: string, env: Record<string, string> = {}) => {
  const result = await readConfig(args.split(' ').filter(Boolean), env);
  if ('help' in result) throw new Error('help');
  return result;
};

describe('modes', () => {
  test('nothing said: sample events on 127.0.0.1:4517, no sign-in', async () => {
    expect((await read('')).config).toEqual({
      source: { mode: 'demo' },
      keepReading: 'all',
      listen: { bind: '127.0.0.1', port: 4517, remote: false, publicOrigins: [] },
      signIn: false,
    });
  });

  test('profiles: AWS, with sign-in', async () => {
    const { config } = await read('--profile prod --profile legacy --regions eu-west-1,us-east-1');
    expect(config).toMatchObject({
      source: {
        mode: 'aws',
        regions: ['eu-west-1', 'us-east-1'],
        accounts: [
          { kind: 'profile', name: 'prod', profile: 'prod' },
          { kind: 'profile', name: 'legacy', profile: 'legacy' },
        ],
      },
      signIn: true,
    });
  });

  test('the profile "default" is the default chain', async () => {
    expect((await read('--profile default')).config?.source).toMatchObject({
      accounts: [{ kind: 'default', name: 'default' }],
    });
  });

  test('an endpoint of this machine: its known keys, no sign-in', async () => {
    expect((await read('--endpoint http://127.0.0.1:4599')).config).toMatchObject({
      source: {
        mode: 'endpoint',
        endpoint: 'http://127.0.0.1:4599',
        accounts: [{ kind: 'keys', name: 'local', accessKeyId: 'local', secretAccessKey: 'local' }],
      },
      signIn: false,
    });
  });

  test('an endpoint elsewhere: the default chain, with sign-in', async () => {
    expect((await read('--endpoint https://trail.example')).config).toMatchObject({
      source: { mode: 'endpoint', accounts: [{ kind: 'default', name: 'default' }] },
      signIn: true,
    });
  });

  test('accounts of the configuration file', async () => {
    const file = write(
      'good.json',
      JSON.stringify({
        accounts: [
          {
            name: 'audit',
            roleArn: 'arn:aws:iam::123456789012:role/history',
            externalId: 'x-1',
            profile: 'prod',
          },
          { name: 'lab', roleArn: 'arn:aws-cn:iam::123456789013:role/a/b' },
        ],
        port: 5000,
      }),
    );
    expect((await read(`--config ${file}`)).config).toMatchObject({
      listen: { port: 5000 },
      source: {
        accounts: [
          {
            kind: 'role',
            name: 'audit',
            roleArn: 'arn:aws:iam::123456789012:role/history',
            externalId: 'x-1',
            baseProfile: 'prod',
          },
          { kind: 'role', name: 'lab', roleArn: 'arn:aws-cn:iam::123456789013:role/a/b' },
        ],
      },
    });
  });
});

describe('sources', () => {
  test('a flag wins over a variable, a variable over the file', async () => {
    const file = write('port.json', '{"port":1,"regions":["eu-west-3"]}');
    const env = { TRAILGLASS_CONFIG: file, TRAILGLASS_PORT: '2', TRAILGLASS_PROFILE: 'prod,dev' };
    expect((await read('--port 3', env)).config?.listen.port).toBe(3);
    expect((await read('', env)).config).toMatchObject({
      listen: { port: 2 },
      source: { regions: ['eu-west-3'], accounts: [{ name: 'prod' }, { name: 'dev' }] },
    });
    expect((await read('', { ...env, TRAILGLASS_PORT: '' })).config?.listen.port).toBe(1);
  });

  test('the data folder: a flag, a variable or the file; from the working directory where it is relative', async () => {
    const file = write('data.json', '{"dataDir":"/from/file"}');
    expect((await read('')).config?.dataDir).toBeUndefined();
    expect((await read(`--config ${file}`)).config?.dataDir).toBe('/from/file');
    const env = { TRAILGLASS_CONFIG: file, TRAILGLASS_DATA_DIR: ':memory:' };
    expect((await read('', env)).config?.dataDir).toBe(':memory:');
    expect((await read('--data-dir events', env)).config?.dataDir).toBe(resolve('events'));
  });

  test('what is read in the background: all sample events, else nothing; by flag, variable or file', async () => {
    const file = write('keep.json', '{"keepReading":["prod:eu-west-1"]}');
    const kept = async (args: string, env: Record<string, string> = {}) =>
      (await read(args, env)).config?.keepReading;
    expect(await kept('')).toBe('all');
    expect(await kept('--keep-reading none')).toBe('none');
    expect(await kept('--profile prod')).toBe('none');
    expect(await kept(`--profile prod --config ${file}`)).toEqual(['prod:eu-west-1']);
    const env = { TRAILGLASS_CONFIG: file, TRAILGLASS_KEEP_READING: 'all' };
    expect(await kept('--profile prod', env)).toBe('all');
    const scopes = '111122223333:eu-west-1,dev:us-east-1';
    expect(await kept(`--profile prod --keep-reading ${scopes}`, env)).toEqual(scopes.split(','));
  });

  test('how long events are kept: in days, weeks or years of 365 days; for ever when nothing is said', async () => {
    const file = write('keep-days.json', '{"keep":"8w"}');
    expect((await read('')).config?.keepDays).toBeUndefined();
    expect((await read(`--config ${file}`)).config?.keepDays).toBe(56);
    const env = { TRAILGLASS_CONFIG: file, TRAILGLASS_KEEP: '2y' };
    expect((await read('', env)).config?.keepDays).toBe(730);
    expect((await read('--keep 400d', env)).config?.keepDays).toBe(400);
  });

  test('what is read cannot be changed', async () => {
    const { config } = await read('--profile prod');
    expect([config, config?.source, config?.listen].every(Object.isFrozen)).toBe(true);
  });
});

describe('problems', () => {
  test('all are said at once, each by its name', async () => {
    const file = write(
      'bad.json',
      JSON.stringify({ accounts: [{ name: 'a b', roleArn: 'x' }], surprise: 1 }),
    );
    const { problems } = await read(
      `--port 70000 --regions Mars --endpoint ftp://x --config ${file}`,
      {
        TRAILGLASS_PROFILE: 'prd',
      },
    );
    expect(problems?.map((line) => line.replace(folder, ''))).toEqual([
      expect.stringMatching(/^--port: .*0 to 65535/),
      expect.stringMatching(/^--regions: "Mars" is not a Region/),
      expect.stringMatching(/^--endpoint: give an address such as/),
      expect.stringMatching(/^\/bad\.json: accounts\[0\]\.name: /),
      expect.stringMatching(/^\/bad\.json: accounts\[0\]\.roleArn: give a role ARN/),
      expect.stringMatching(/^\/bad\.json: .*surprise/),
      'TRAILGLASS_PROFILE: the AWS configuration has no profile "prd". Profiles there: default, dev, legacy, prod.',
    ]);
  });

  test.each([
    ['--prot 1', /unknown option '--prot'.*--port/],
    ['--port', /argument missing/],
    ['surplus', /too many arguments/],
    ['--port 4.5', /whole number/],
    ['--port x', /0 to 65535/],
    ['--keep 0d', /^--keep: "0d" is no time.*at least a day, such as 90d/],
    ['--keep 12h', /^--keep: .*at least a day/],
    ['--keep -5d', /^--keep: .*at least a day/],
    ['--keep 400', /^--keep: .*such as 90d, 8w or 2y/],
    ['--keep 1.5y', /^--keep: /],
    ['--keep 99999y', /^--keep: /],
    ['--config /nowhere.json', /^\/nowhere\.json: there is no such file$/],
    ['--keep-reading eu-west-1', /^--keep-reading: "eu-west-1" is not a scope/],
    ['--keep-reading all,prod:eu-west-1', /^--keep-reading: "all" is not a scope/],
    ['--profile prod --profile prod', /"prod" is used twice/],
  ])('%s is one clear line', async (args, says) => {
    const { problems } = await read(args);
    expect(problems).toEqual([expect.stringMatching(says)]);
    expect(problems?.[0]).not.toContain('\n');
  });

  test('a file that is not JSON is named', async () => {
    const file = write('broken.json', '{');
    expect((await read(`--config ${file}`)).problems).toEqual([
      expect.stringContaining(`${file}: it is not JSON`),
    ]);
  });
});

describe('who can reach it (A12)', () => {
  test.each(['0.0.0.0', '::', '0:0:0:0:0:0:0:0', '::ffff:0.0.0.0', '192.168.0.7'])(
    '%s is refused until it is confirmed, and then needs sign-in',
    async (address) => {
      const { problems } = await read(`--bind ${address}`);
      expect(problems).toEqual([expect.stringMatching(/^--bind: .*--allow-remote/)]);
      const { config } = await read(`--bind ${address} --allow-remote`);
      expect(config).toMatchObject({ signIn: true, listen: { remote: true } });
    },
  );

  test.each(['0', '0x0', '*', '127.1', 'evil.test'])(
    '%s is no address, confirmed or not',
    async (address) => {
      const { problems } = await read(`--bind ${address} --allow-remote`);
      expect(problems).toEqual([expect.stringContaining('is not an IP address')]);
    },
  );

  test('an empty one is no wildcard', async () => {
    expect((await readConfig(['--bind', ''], {})) as { problems?: string[] }).toHaveProperty(
      'problems',
    );
    expect((await read('', { TRAILGLASS_BIND: '' })).config?.listen.bind).toBe('127.0.0.1');
  });

  test.each([
    ['localhost', '127.0.0.1'],
    ['127.0.0.2', '127.0.0.2'],
    ['[::1]', '::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
  ])('%s is this machine only', async (given, bind) => {
    expect((await read(`--bind ${given}`)).config).toMatchObject({
      signIn: false,
      listen: { bind, remote: false },
    });
  });
});

test('help names every flag with its variable', async () => {
  const result = await readConfig(['--help'], {});
  expect('help' in result && result.help).toMatch(/--profile <name>[\s\S]*\[TRAILGLASS_PROFILE\]/);
});
