import { Command, CommanderError } from 'commander';

interface Row {
  readonly flags: string;
  readonly env: string;
  readonly says: string;
  /** Several values, comma-separated or repeated. */
  readonly many?: boolean;
}

/** Every setting: its flag, its environment variable, its line in the help. */
export const rows = {
  port: {
    flags: '--port <number>',
    env: 'TRAILGLASS_PORT',
    says: 'port to listen on; 0 takes a free one (default: 4517)',
  },
  profile: {
    flags: '--profile <name>',
    env: 'TRAILGLASS_PROFILE',
    says: 'AWS profile to read; repeat it for several accounts',
    many: true,
  },
  regions: {
    flags: '--regions <a,b,…>',
    env: 'TRAILGLASS_REGIONS',
    says: 'Regions to offer (default: all that the accounts have)',
    many: true,
  },
  endpoint: {
    flags: '--endpoint <url>',
    env: 'TRAILGLASS_ENDPOINT',
    says: 'CloudTrail-compatible endpoint to read instead of AWS',
  },
  config: {
    flags: '--config <file>',
    env: 'TRAILGLASS_CONFIG',
    says: 'JSON file with accounts, profiles, regions, port, endpoint, dataDir, keep, keepReading',
  },
  dataDir: {
    flags: '--data-dir <folder>',
    env: 'TRAILGLASS_DATA_DIR',
    says: "where events that were read are kept; ':memory:' keeps none (default: this user's data folder)",
  },
  keepReading: {
    flags: '--keep-reading <scopes>',
    env: 'TRAILGLASS_KEEP_READING',
    says: 'what is read in the background: all, none, or account:region,… (default: none; all of the sample events)',
    many: true,
  },
  keep: {
    flags: '--keep <time>',
    env: 'TRAILGLASS_KEEP',
    says: 'delete kept events by themselves when they are older: 400d, 8w, 2y (default: never)',
  },
  bind: {
    flags: '--bind <address>',
    env: 'TRAILGLASS_BIND',
    says: 'IP address to listen on (default: 127.0.0.1)',
  },
  allowRemote: {
    flags: '--allow-remote',
    env: 'TRAILGLASS_ALLOW_REMOTE',
    says: 'let other machines in, together with --bind',
  },
  publicOrigin: {
    flags: '--public-origin <url>',
    env: 'TRAILGLASS_PUBLIC_ORIGIN',
    says: 'origin under which a proxy or container shows the server; repeatable',
    many: true,
  },
} as const satisfies Readonly<Record<string, Row>>;
export type SettingName = keyof typeof rows;

/** A value as it was given, with the name under which it was: `--port` or `TRAILGLASS_PORT`. */
export interface Given {
  readonly name: string;
  readonly value: unknown;
}
export type CommandLine =
  | { readonly given: Readonly<Partial<Record<SettingName, Given>>> }
  | { readonly help: string }
  | { readonly problem: string };

const after = `
Each flag can also be given as the environment variable in brackets. With no profile, account or endpoint the
server shows sample events. The profile "default" is the AWS SDK's default chain: environment, container or
instance role, default profile.`;

/** Flags win over environment variables; an empty variable is one that is not set. */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine {
  let help = '';
  const command = new Command('npm start --')
    .description('AWS CloudTrail event history in the browser')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (out) => (help += out), writeErr: () => undefined })
    .addHelpText('after', after);
  for (const { flags, env, says, many } of Object.values<Row>(rows)) {
    if (many) command.option(flags, `${says} [${env}]`, collect);
    else command.option(flags, `${says} [${env}]`);
  }
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? { help } : { problem: oneLine(error.message) };
  }
  const flagged = command.opts<Record<string, unknown>>();
  const given: Partial<Record<SettingName, Given>> = {};
  for (const [key, row] of Object.entries<Row>(rows)) {
    const name = key as SettingName;
    const variable = env[row.env];
    if (flagged[name] !== undefined) {
      given[name] = { name: row.flags.split(' ', 1)[0] ?? name, value: flagged[name] };
    } else if (variable) {
      given[name] = { name: row.env, value: fromVariable(row, variable) };
    }
  }
  return { given };
}

const list = (text: string): string[] =>
  text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

const collect = (text: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  ...list(text),
];

function fromVariable(row: Row, text: string): unknown {
  if (row.many) return list(text);
  if (row.flags.includes('<')) return text;
  return /^(?:1|true|yes)$/i.test(text) ? true : /^(?:0|false|no)$/i.test(text) ? false : text;
}

const oneLine = (message: string): string =>
  message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
