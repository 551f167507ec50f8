import type { Region } from '@trailglass/record';

export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn';

/** The Regions that every account of a partition has without asking for them, the global services' own first. */
const everyAccounts: Record<Partition, readonly string[]> = {
  aws: [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'eu-central-1',
    'eu-north-1',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'sa-east-1',
  ],
  'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
};

export const partitionOf = (region: string | undefined): Partition =>
  region?.startsWith('us-gov-') ? 'aws-us-gov' : region?.startsWith('cn-') ? 'aws-cn' : 'aws';

export const regionsOf = (partition: Partition): readonly Region[] =>
  everyAccounts[partition] as readonly Region[];

/** Where STS is asked who is calling when nothing says otherwise. */
export const homeRegionOf = (partition: Partition): Region => regionsOf(partition)[0] as Region;
