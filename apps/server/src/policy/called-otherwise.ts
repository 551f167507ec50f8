/** Services whose events have another name than their actions; whether there is such an action the data set says. */
const services: ReadonlyMap<string, string> = new Map([
  ['monitoring', 'cloudwatch'],
  ['tagging', 'tag'],
  ['servicecatalog-appregistry', 'servicecatalog'],
  ['agreement-marketplace', 'aws-marketplace'],
  ['discovery-marketplace', 'aws-marketplace'],
]);

/**
 * API operations that another action permits, by AWS's own account (S3 user guide, "Required permissions for Amazon S3
 * API operations"; Lambda developer guide). Everything else is called the same.
 */
const actions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    's3:CompleteMultipartUpload': ['PutObject'],
    's3:CopyObject': ['GetObject', 'PutObject'],
    's3:CreateMultipartUpload': ['PutObject'],
    's3:DeleteBucketCors': ['PutBucketCORS'],
    's3:DeleteBucketEncryption': ['PutEncryptionConfiguration'],
    's3:DeleteBucketLifecycle': ['PutLifecycleConfiguration'],
    's3:DeleteBucketPublicAccessBlock': ['PutBucketPublicAccessBlock'],
    's3:DeleteBucketReplication': ['PutReplicationConfiguration'],
    's3:DeleteBucketTagging': ['PutBucketTagging'],
    's3:DeleteObjects': ['DeleteObject'],
    's3:GetBucketEncryption': ['GetEncryptionConfiguration'],
    's3:GetBucketLifecycle': ['GetLifecycleConfiguration'],
    's3:GetBucketReplication': ['GetReplicationConfiguration'],
    's3:HeadBucket': ['ListBucket'],
    's3:HeadObject': ['GetObject'],
    's3:ListBuckets': ['ListAllMyBuckets'],
    's3:ListMultipartUploads': ['ListBucketMultipartUploads'],
    's3:ListObjectVersions': ['ListBucketVersions'],
    's3:ListObjects': ['ListBucket'],
    's3:ListObjectsV2': ['ListBucket'],
    's3:ListParts': ['ListMultipartUploadParts'],
    's3:PutBucketEncryption': ['PutEncryptionConfiguration'],
    's3:PutBucketLifecycle': ['PutLifecycleConfiguration'],
    's3:PutBucketReplication': ['PutReplicationConfiguration'],
    's3:UploadPart': ['PutObject'],
    'lambda:Invoke': ['InvokeFunction'],
  }),
);

/** Every row of the table, for those who check that there are such actions. */
export const renamed: readonly (readonly [service: string, action: string])[] = [
  ...actions,
].flatMap(([call, names]) => names.map((name) => [call.split(':', 1)[0] ?? '', name] as const));

/** The service and the names of the actions that a call by that event may need. */
export function actionNames(
  eventSource: string,
  eventName: string,
): { readonly service: string; readonly names: readonly string[] } {
  const [prefix = ''] = eventSource.split('.', 1);
  const service = services.get(prefix) ?? prefix;
  // Lambda's and CloudFront's events carry a version: CreateFunction20150331v2, CreateFunction2020_05_31.
  const name = eventName.replace(/20\d{2}_?\d{2}_?\d{2}(?:v\d+)?$/, '');
  return { service, names: actions.get(`${service}:${name}`) ?? [name] };
}
