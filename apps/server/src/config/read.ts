import { knownProfiles, unknownProfiles } from './aws-profiles.ts';
import { build, checkGiven } from './build.ts';
import { readCommandLine } from './command-line.ts';
import { readConfigFile } from './file.ts';
import type { ConfigResult } from './server-config.ts';

/** Flags, environment and file → one frozen configuration, or everything that is wrong with them at once. */
export async function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<ConfigResult | { readonly help: string }> {
  const line = readCommandLine(args, env);
  if ('help' in line) return line;
  if ('problem' in line) return { problems: [line.problem] };

  const { given } = line;
  const { values, problems } = checkGiven(given);
  const read = given.config ? readConfigFile(String(given.config.value)) : { file: {} };
  problems.push(...(read.problems ?? []));
  const file = read.file ?? {};

  const wanted = [
    ...(values.profile ?? []).map((profile) => ({
      profile,
      name: given.profile?.name ?? '--profile',
    })),
    ...(values.profile ? [] : (file.profiles ?? [])).map((profile) => ({
      profile,
      name: 'profiles',
    })),
    ...(file.accounts ?? []).flatMap(({ profile, name }) =>
      profile === undefined ? [] : [{ profile, name: `accounts, ${name}` }],
    ),
  ];
  if (wanted.length > 0) problems.push(...unknownProfiles(wanted, await knownProfiles()));

  const built = build(values, file);
  problems.push(...built.problems);
  return problems.length > 0 ? { problems } : { config: freeze(built.config) };
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
