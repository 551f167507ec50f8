import type { SampleAccount } from '../../samples.types.ts';

export const production = '629470242021';
export const staging = '318572904417';
export const security = '905716283340';

/** The first account answers to the plain `local` credentials. */
export const accounts: readonly SampleAccount[] = [
  { id: production, name: 'production', accessKeyId: 'local', secretAccessKey: 'local' },
  {
    id: staging,
    name: 'staging',
    accessKeyId: 'local-staging',
    secretAccessKey: 'local-staging',
  },
  {
    id: security,
    name: 'security',
    accessKeyId: 'local-security',
    secretAccessKey: 'local-security',
  },
];

/** Production works in the first three; ap-southeast-2 is open in every account and nearly silent. */
export const regions = [
  'us-east-1',
  'us-east-2',
  'eu-west-1',
  'eu-central-1',
  'ap-southeast-2',
] as const;
export type SampleRegion = (typeof regions)[number];

/** Where IAM Identity Center lives. */
export const homeRegion: SampleRegion = 'eu-west-1';
/** Where IAM, CloudFront and the global STS endpoint are recorded. */
export const globalRegion: SampleRegion = 'us-east-1';
