import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { AccountSource } from '../config/types.ts';
import type { Credentials } from './credentials.types.ts';
import { sessionPolicy } from './session-policy.ts';
import { defaultProfile, profileFacts } from './shared-config.ts';
import { assumeRole, type StsPlace } from './sts.ts';

/** Asks anew each time: files are read again, so a fresh sign-in is seen without a restart. */
export type CredentialSource = () => Promise<Credentials>;

const nested = { ignoreConfiguredEndpointUrls: true };

/** The last role of a chain is assumed with the session policy; those before it must still assume the next. */
type Position = 'last' | 'before a role';

/** A profile with all that it may say: keys, IAM Identity Center, a chain of roles, a process, a web identity. */
const profileSource = (place: StsPlace, profile: string, position: Position): CredentialSource => {
  return async () => {
    const { roleArn } = await profileFacts(profile);
    return fromIni({
      profile,
      ignoreCache: true,
      clientConfig: nested,
      roleAssumer: (base, params) =>
        assumeRole(place, base, {
          roleArn: params.RoleArn ?? '',
          externalId: params.ExternalId,
          sessionName: params.RoleSessionName,
          durationSeconds: params.DurationSeconds,
          policy: position === 'last' && params.RoleArn === roleArn ? sessionPolicy() : undefined,
        }),
    })();
  };
};

/** Environment, then the default profile, then container and instance roles. */
const defaultSource = (place: StsPlace, position: Position): CredentialSource => {
  return async () => {
    const { roleArn } = await profileFacts(defaultProfile());
    const fromProfile = profileSource(place, defaultProfile(), position);
    const hasKeys = process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY'];
    // A role of the default profile goes through our own AssumeRole, for the session policy.
    if (roleArn !== undefined && (process.env['AWS_PROFILE'] || !hasKeys)) return fromProfile();
    return fromNodeProviderChain({ ignoreCache: true, clientConfig: nested })();
  };
};

export function credentialSource(source: AccountSource, place: StsPlace): CredentialSource {
  switch (source.kind) {
    case 'profile':
      return profileSource(place, source.profile, 'last');
    case 'default':
      return defaultSource(place, 'last');
    case 'keys':
      return () =>
        Promise.resolve({
          accessKeyId: source.accessKeyId,
          secretAccessKey: source.secretAccessKey,
        });
    case 'role': {
      const base =
        source.baseProfile === undefined
          ? defaultSource(place, 'before a role')
          : profileSource(place, source.baseProfile, 'before a role');
      return async () =>
        assumeRole(place, await base(), {
          roleArn: source.roleArn,
          externalId: source.externalId,
          policy: sessionPolicy(),
        });
    }
  }
}
