import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

/** What the shared configuration files say about a profile that matters for messages and Regions. */
export interface ProfileFacts {
  readonly region?: string;
  /** The profile of the chain that signs in through IAM Identity Center: what `aws sso login` needs. */
  readonly ssoProfile?: string;
  /** The role that the profile itself assumes, at the end of its chain. */
  readonly roleArn?: string;
}

type Sections = Awaited<ReturnType<typeof loadSharedConfigFiles>>['configFile'];

/** Follows source_profile to where the sign-in happens; a circle ends it. */
function ssoProfileOf(sections: Sections, profile: string): string | undefined {
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name);) {
    seen.add(name);
    const section: Sections[string] | undefined = sections[name];
    if (section?.['sso_session'] ?? section?.['sso_start_url']) return name;
    name = section?.['source_profile'];
  }
  return undefined;
}

export async function profileFacts(profile: string): Promise<ProfileFacts> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const merged: Sections = { ...configFile };
  for (const [name, section] of Object.entries(credentialsFile))
    merged[name] = { ...configFile[name], ...section };
  const section = merged[profile];
  const ssoProfile = ssoProfileOf(merged, profile);
  return {
    ...(section?.['region'] === undefined ? {} : { region: section['region'] }),
    ...(section?.['role_arn'] === undefined ? {} : { roleArn: section['role_arn'] }),
    ...(ssoProfile === undefined ? {} : { ssoProfile }),
  };
}

/** The profile that the default chain would use. */
export const defaultProfile = (): string => process.env['AWS_PROFILE'] || 'default';
export const environmentRegion = (): string | undefined =>
  process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || undefined;
