import type { Region } from '@trailglass/record';

/** Where one account's credentials come from. */
export type AccountSource =
  | { readonly kind: 'profile'; readonly name: string; readonly profile: string }
  /** The SDK's default chain: environment, container and instance roles, the default profile. */
  | { readonly kind: 'default'; readonly name: string }
  | {
      readonly kind: 'role';
      readonly name: string;
      readonly roleArn: string;
      readonly externalId?: string;
      /** Whose credentials assume it: a profile, or the default chain when absent. */
      readonly baseProfile?: string;
    }
  /** Fixed keys, for an endpoint on this machine only. */
  | {
      readonly kind: 'keys';
      readonly name: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

/** What the AWS side of the server is built from. */
export interface AwsConfig {
  readonly mode: 'demo' | 'endpoint' | 'aws';
  /** A CloudTrail-compatible endpoint used for CloudTrail and STS instead of AWS. */
  readonly endpoint?: string;
  readonly accounts: readonly AccountSource[];
  /** Absent: the Regions that every account has, of the partition of the profile's own Region. */
  readonly regions?: readonly Region[];
}

/** What is kept read where nobody has chosen yet: every scope, none, or these (`account:region`). */
export type KeepReading = 'all' | 'none' | readonly string[];
