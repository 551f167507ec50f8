import type { JsonObject } from '@trailglass/record';
import { arn } from '../ids.ts';
import { type Api, longDate, type Mishap, named, type Occasion, read, write } from './api.ts';

const bucketTouched = (_on: Occasion, request: JsonObject) => [
  { type: 'AWS::S3::Bucket', arn: `arn:aws:s3:::${named(request, 'bucketName')}` },
];
/** S3 calls on a bucket name the host; the flag is the query string that picked the API. */
const onBucket =
  (flag: string) =>
  (on: Occasion): JsonObject => {
    const bucketName = on.from.pick(on.site.buckets);
    return { bucketName, Host: `${bucketName}.s3.${on.site.region}.amazonaws.com`, [flag]: '' };
  };
const bucketRead = (flag: string, mishap?: [number, Mishap]): Api =>
  read(onBucket(flag), {
    needs: 'buckets',
    touches: bucketTouched,
    ...(mishap && { mishap: [mishap[0], () => mishap[1]] }),
  });

export const s3 = {
  ListBuckets: read((on) => ({ Host: `s3.${on.site.region}.amazonaws.com` })),
  GetBucketLocation: bucketRead('location', [
    0.06,
    {
      code: 'NoSuchBucket',
      message: 'The specified bucket does not exist',
      asked: {
        bucketName: 'larkhill-prod-assets-old',
        Host: 'larkhill-prod-assets-old.s3.us-east-1.amazonaws.com',
        location: '',
      },
    },
  ]),
  GetBucketAcl: bucketRead('acl'),
  GetBucketVersioning: bucketRead('versioning'),
  GetBucketLogging: bucketRead('logging'),
  GetBucketEncryption: bucketRead('encryption'),
  GetBucketPolicy: bucketRead('policy', [
    0.45,
    { code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' },
  ]),
  GetBucketPolicyStatus: bucketRead('policyStatus'),
  GetBucketPublicAccessBlock: bucketRead('publicAccessBlock', [
    0.25,
    {
      code: 'NoSuchPublicAccessBlockConfiguration',
      message: 'The public access block configuration was not found',
    },
  ]),
  GetBucketLifecycle: bucketRead('lifecycle', [
    0.45,
    {
      code: 'NoSuchLifecycleConfiguration',
      message: 'The lifecycle configuration does not exist',
    },
  ]),
  GetBucketReplication: bucketRead('replication', [
    0.75,
    {
      code: 'ReplicationConfigurationNotFoundError',
      message: 'The replication configuration was not found',
    },
  ]),
  GetBucketTagging: bucketRead('tagging', [
    0.3,
    { code: 'NoSuchTagSet', message: 'The TagSet does not exist' },
  ]),
  PutBucketTagging: write(
    (on) => ({
      ...onBucket('tagging')(on),
      Tagging: {
        xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/',
        TagSet: { Tag: { Key: 'owner', Value: 'platform' } },
      },
    }),
    undefined,
    { needs: 'buckets', touches: bucketTouched },
  ),
} as const satisfies Record<string, Api>;

const aTable = (on: Occasion): JsonObject => ({ tableName: on.from.pick(on.site.tables) });
const tableTouched = (on: Occasion, request: JsonObject) => [
  {
    type: 'AWS::DynamoDB::Table',
    arn: arn('dynamodb', on.site.region, on.site.account, `table/${named(request, 'tableName')}`),
  },
];
export const dynamodb = {
  ListTables: read(() => ({ limit: 100 })),
  DescribeTable: read(aTable, {
    needs: 'tables',
    touches: tableTouched,
    mishap: [
      0.05,
      (_on, request) => {
        const tableName = `${named(request, 'tableName')}-v2`;
        return {
          code: 'ResourceNotFoundException',
          message: `Requested resource not found: Table: ${tableName} not found`,
          asked: { tableName },
        };
      },
    ],
  }),
  DescribeContinuousBackups: read(aTable, { needs: 'tables', touches: tableTouched }),
  DescribeTimeToLive: read(aTable, { needs: 'tables', touches: tableTouched }),
} as const satisfies Record<string, Api>;

const aDatabase = (on: Occasion): JsonObject => ({
  dBInstanceIdentifier: on.from.pick(on.site.databases),
});
export const rds = {
  DescribeDBInstances: read((on) =>
    on.from.chance(0.5) && on.site.databases.length > 0 ? aDatabase(on) : { maxRecords: 100 },
  ),
  DescribeDBClusters: read(() => ({ maxRecords: 100 })),
  DescribeDBSnapshots: read(aDatabase, { needs: 'databases' }),
  DescribeDBLogFiles: read(aDatabase, { needs: 'databases' }),
  DescribePendingMaintenanceActions: read(),
  ListTagsForResource: read(
    (on) => ({
      resourceName: arn(
        'rds',
        on.site.region,
        on.site.account,
        `db:${on.from.pick(on.site.databases)}`,
      ),
    }),
    { needs: 'databases' },
  ),
  CreateDBSnapshot: write(
    (on) => ({
      ...aDatabase(on),
      dBSnapshotIdentifier: `awsbackup:job-${on.from.uuid()}`,
    }),
    (on, request) => ({
      dBSnapshotIdentifier: request['dBSnapshotIdentifier'],
      dBInstanceIdentifier: request['dBInstanceIdentifier'],
      engine: 'postgres',
      engineVersion: '16.9',
      allocatedStorage: 200,
      status: 'creating',
      port: 5432,
      availabilityZone: on.site.zones[0],
      vpcId: on.site.vpc,
      instanceCreateTime: 'Feb 11, 2025, 9:14:22 AM',
      masterUsername: 'larkhill',
      snapshotType: 'manual',
      storageType: 'gp3',
      encrypted: true,
      kmsKeyId: arn('kms', on.site.region, on.site.account, `key/${on.site.keyId}`),
      dBSnapshotArn: arn(
        'rds',
        on.site.region,
        on.site.account,
        `snapshot:${named(request, 'dBSnapshotIdentifier')}`,
      ),
      iAMDatabaseAuthenticationEnabled: true,
    }),
    { needs: 'databases' },
  ),
} as const satisfies Record<string, Api>;

export const backup = {
  ListBackupVaults: read(() => ({})),
  ListRecoveryPointsByBackupVault: read(() => ({ backupVaultName: 'nightly' })),
  StartBackupJob: write(
    (on) => ({
      backupVaultName: 'nightly',
      resourceArn: arn(
        'rds',
        on.site.region,
        on.site.account,
        `db:${on.from.pick(on.site.databases)}`,
      ),
      iamRoleArn: arn('iam', '', on.site.account, 'role/service-role/AWSBackupDefaultServiceRole'),
    }),
    (on) => ({ backupJobId: on.from.uuid(), creationDate: longDate(on.time) }),
    { needs: 'databases' },
  ),
} as const satisfies Record<string, Api>;
