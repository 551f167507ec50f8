import { resolve } from 'node:path';
import { isLoopback } from './address.ts';
import type { Given, SettingName } from './command-line.ts';
import type { ServerConfig } from './server-config.ts';
import { type AccountSetting, type ConfigFile, issueLines, settings } from './settings.ts';
import type { AccountSource } from './types.ts';
import type { Region } from '@trailglass/record';

export const defaultPort = 4517;

type Values = {
  -readonly [K in keyof typeof settings]?: ReturnType<(typeof settings)[K]['parse']>;
};

/** Checks each given value by its own schema. Pure. */
export function checkGiven(given: Readonly<Partial<Record<SettingName, Given>>>): {
  readonly values: Values;
  readonly problems: string[];
} {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, schema] of Object.entries(settings)) {
    const one = given[key as keyof typeof settings];
    if (!one) continue;
    const parsed = schema.safeParse(one.value);
    if (parsed.success) values[key] = parsed.data;
    else
      problems.push(
        ...issueLines(parsed.error).map((line) => `${one.name}: ${line.replace(/^\[\d+\]: /, '')}`),
      );
  }
  return { values, problems };
}

/** Settings that are right one by one, put together; what does not fit together is said. Pure. */
export function build(
  values: Values,
  file: ConfigFile,
): { config: ServerConfig; problems: string[] } {
  const bind = values.bind ?? '127.0.0.1';
  const remote = !isLoopback(bind);
  const endpoint = values.endpoint ?? file.endpoint;
  const dataDir = values.dataDir ?? file.dataDir;
  const keepDays = values.keep ?? file.keep;
  const regions = (values.regions ?? file.regions) as readonly Region[] | undefined;
  const accounts = accountsOf(values.profile ?? file.profiles ?? [], file.accounts ?? [], endpoint);
  const problems = repeatedNames(accounts);
  if (remote && !values.allowRemote) {
    problems.push(
      `--bind: ${bind} lets other machines reach the events. Leave it out for this machine only, or confirm with --allow-remote.`,
    );
  }
  const localEndpoint = endpoint !== undefined && isLoopback(new URL(endpoint).hostname);
  const source: ServerConfig['source'] =
    accounts.length === 0
      ? { mode: 'demo', ...(regions && { regions }) }
      : {
          mode: endpoint === undefined ? 'aws' : 'endpoint',
          accounts,
          ...(endpoint !== undefined && { endpoint }),
          ...(regions && { regions }),
        };
  return {
    problems,
    config: {
      source,
      ...(dataDir !== undefined && { dataDir: absolute(dataDir) }),
      keepReading:
        values.keepReading ?? file.keepReading ?? (source.mode === 'demo' ? 'all' : 'none'),
      ...(keepDays !== undefined && { keepDays }),
      listen: {
        bind,
        port: values.port ?? file.port ?? defaultPort,
        remote,
        publicOrigins: (values.publicOrigin ?? []).map((origin) => new URL(origin).origin),
      },
      signIn: remote || !(source.mode === 'demo' || localEndpoint),
    },
  };
}

const absolute = (dataDir: string): string => (dataDir === ':memory:' ? dataDir : resolve(dataDir));

function accountsOf(
  profiles: readonly string[],
  roles: readonly AccountSetting[],
  endpoint: string | undefined,
): AccountSource[] {
  const named: AccountSource[] = [
    ...profiles.map((profile): AccountSource =>
      profile === 'default'
        ? { kind: 'default', name: profile }
        : { kind: 'profile', name: profile, profile },
    ),
    ...roles.map(({ profile, externalId, ...role }): AccountSource => ({
      kind: 'role',
      ...role,
      ...(externalId !== undefined && { externalId }),
      ...(profile !== undefined && profile !== 'default' && { baseProfile: profile }),
    })),
  ];
  if (named.length > 0 || endpoint === undefined) return named;
  // The keys of cloudtrail-local are no secret, and are sent to no other machine.
  return isLoopback(new URL(endpoint).hostname)
    ? [{ kind: 'keys', name: 'local', accessKeyId: 'local', secretAccessKey: 'local' }]
    : [{ kind: 'default', name: 'default' }];
}

function repeatedNames(accounts: readonly AccountSource[]): string[] {
  const names = accounts.map(({ name }) => name);
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...repeated].map((name) => `accounts: the name ${JSON.stringify(name)} is used twice`);
}
