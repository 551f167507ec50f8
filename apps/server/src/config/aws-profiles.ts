import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

/** The profiles of the shared AWS files (`AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` honoured), sorted. */
export async function knownProfiles(): Promise<string[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  // Other kinds of sections come as "sso-session.corp" and "services.local".
  return [...names].filter((name) => !/^(?:sso-session|services)\./.test(name)).sort();
}

/** A line for each wanted profile that does not exist, with those that do. */
export function unknownProfiles(
  wanted: readonly { readonly profile: string; readonly name: string }[],
  known: readonly string[],
): string[] {
  const there =
    known.length === 0
      ? 'There are no profiles yet; `aws configure sso` makes one.'
      : `Profiles there: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}.`;
  return (
    wanted
      // "default" is the default chain, which needs no file.
      .filter(({ profile }) => profile !== 'default' && !known.includes(profile))
      .map(
        ({ profile, name }) =>
          `${name}: the AWS configuration has no profile ${JSON.stringify(profile)}. ${there}`,
      )
  );
}
