import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

/** A profile in one of the two files, named as people know it: `~/.aws/credentials`. */
export interface KeysPlace {
  readonly profile: string;
  readonly file: string;
}

/** What the shared configuration files say about a profile that matters for messages and Regions. */
export interface ProfileFacts {
  readonly region?: string;
  /** The profile of the chain that signs in through IAM Identity Center: what `aws sso login` needs. */
  readonly ssoProfile?: string;
  /** Where the access key stands that the chain begins with, when a file has one. */
  readonly keys?: KeysPlace;
  /** The role that the profile itself assumes, at the end of its chain. */
  readonly roleArn?: string;
}

type Sections = Awaited<ReturnType<typeof loadSharedConfigFiles>>['configFile'];

interface Start {
  readonly name: string;
  readonly section: NonNullable<Sections[string]>;
}

/** Follows source_profile to the profile that has credentials of its own; a circle or a gap ends it. */
function chainStart(sections: Sections, profile: string): Start | undefined {
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name);) {
    seen.add(name);
    const section: Sections[string] | undefined = sections[name];
    if (section === undefined) return undefined;
    const isStart = ['sso_session', 'sso_start_url', 'aws_access_key_id'].some(
      (key) => section[key],
    );
    if (isStart) return { name, section };
    name = section['source_profile'];
  }
  return undefined;
}

export async function profileFacts(profile: string): Promise<ProfileFacts> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const merged: Sections = { ...configFile };
  for (const [name, section] of Object.entries(credentialsFile))
    merged[name] = { ...configFile[name], ...section };
  const section = merged[profile];
  const start = chainStart(merged, profile);
  const signsIn = start?.section['sso_session'] ?? start?.section['sso_start_url'];
  return {
    ...(section?.['region'] === undefined ? {} : { region: section['region'] }),
    ...(section?.['role_arn'] === undefined ? {} : { roleArn: section['role_arn'] }),
    ...(start === undefined
      ? {}
      : signsIn
        ? { ssoProfile: start.name }
        : { keys: { profile: start.name, file: fileOf(credentialsFile[start.name] ?? {}) } }),
  };
}

/** The credentials file wins over the configuration file. */
const fileOf = (inCredentials: Sections[string]): string =>
  inCredentials['aws_access_key_id'] === undefined
    ? process.env['AWS_CONFIG_FILE'] || '~/.aws/config'
    : process.env['AWS_SHARED_CREDENTIALS_FILE'] || '~/.aws/credentials';

/** The profile that the default chain would use. */
export const defaultProfile = (): string => process.env['AWS_PROFILE'] || 'default';
export const environmentRegion = (): string | undefined =>
  process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || undefined;
