import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consoleLink } from './console-link.ts';
import { consolePages } from './console-pages.ts';

const here = 'eu-west-1';
const at = 'https://eu-west-1.console.aws.amazon.com/';
const uuid = '1234abcd-12ab-34cd-56ef-1234567890ab';

test.each([
  [
    'AWS::EC2::Instance',
    'i-0abc1234def567890',
    `${at}ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0abc1234def567890`,
  ],
  [
    'AWS::EC2::Instance',
    'arn:aws:ec2:us-east-2:111122223333:instance/i-0abc1234',
    'https://us-east-2.console.aws.amazon.com/ec2/home?region=us-east-2#InstanceDetails:instanceId=i-0abc1234',
  ],
  ['AWS::EC2::VPC', 'vpc-0abc1234', `${at}vpc/home?region=eu-west-1#VpcDetails:VpcId=vpc-0abc1234`],
  ['AWS::S3::Bucket', 'my.bucket-1', `${at}s3/buckets/my.bucket-1?region=eu-west-1`],
  ['AWS::S3::Bucket', 'arn:aws:s3:::logs', `${at}s3/buckets/logs?region=eu-west-1`],
  [
    'AWS::IAM::Role',
    'deploy@ci',
    'https://us-east-1.console.aws.amazon.com/iam/home#/roles/details/deploy%40ci',
  ],
  [
    'AWS::IAM::Role',
    'arn:aws:iam::111122223333:role/team/a/deploy',
    'https://us-east-1.console.aws.amazon.com/iam/home#/roles/details/deploy',
  ],
  [
    'AWS::Lambda::Function',
    `arn:aws:lambda:${here}:111122223333:function:resize:$LATEST`,
    `${at}lambda/home?region=eu-west-1#/functions/resize`,
  ],
  ['AWS::KMS::Key', uuid, `${at}kms/home?region=eu-west-1#/kms/keys/${uuid}`],
  [
    'AWS::SecretsManager::Secret',
    `arn:aws:secretsmanager:${here}:111122223333:secret:prod/db-Ab12Cd`,
    `${at}secretsmanager/secret?name=prod%2Fdb&region=eu-west-1`,
  ],
  [
    'AWS::RDS::DBInstance',
    'orders',
    `${at}rds/home?region=eu-west-1#database:id=orders;is-cluster=false`,
  ],
  [
    'AWS::Logs::LogGroup',
    '/aws/lambda/x',
    `${at}cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fx`,
  ],
])('%s %s has its page', (type, name, wanted) => {
  expect(consoleLink(type, name, here)).toBe(wanted);
});

test('each partition has its own console, and no ARN leads into another', () => {
  const role = (partition: string) => `arn:${partition}:iam::111122223333:role/a`;
  expect(consoleLink('AWS::IAM::Role', role('aws-cn'), 'cn-north-1')).toBe(
    'https://console.amazonaws.cn/iam/home#/roles/details/a',
  );
  expect(consoleLink('AWS::S3::Bucket', 'logs', 'us-gov-east-1')).toBe(
    'https://console.amazonaws-us-gov.com/s3/buckets/logs?region=us-gov-east-1',
  );
  expect(consoleLink('AWS::IAM::Role', role('aws-cn'), here)).toBeUndefined();
});

test.each([
  ['a type that is not known', 'AWS::Odd::Thing', 'x', here],
  ['no type', undefined, 'i-0abc1234', here],
  ['a type of another kind of name', '__proto__', 'constructor', here],
  ['a link of the event’s own', 'AWS::S3::Bucket', 'javascript:alert(1)', here],
  ['another host', 'AWS::S3::Bucket', 'https://evil.test/x', here],
  ['a way up', 'AWS::S3::Bucket', '../../x', here],
  ['two dots', 'AWS::S3::Bucket', 'a..b', here],
  ['a query of its own', 'AWS::EC2::Instance', 'i-0abc1234&x=1', here],
  ['a fragment of its own', 'AWS::EC2::Instance', 'i-0abc1234#x', here],
  ['markup', 'AWS::IAM::User', '"><img src=x onerror=alert(1)>', here],
  ['an end of line', 'AWS::EC2::Instance', 'i-0abc1234\n', here],
  ['a character that turns the text', 'AWS::IAM::User', 'a\u202Eb', here],
  ['digits of another script', 'AWS::EC2::Instance', 'i-０abc1234', here],
  ['another service’s ARN', 'AWS::S3::Bucket', 'arn:aws:sns:::logs', here],
  ['an object and not a bucket', 'AWS::S3::Bucket', 'arn:aws:s3:::logs/key', here],
  [
    'a Region in an ARN that is a host',
    'AWS::EC2::Instance',
    'arn:aws:ec2:evil.test:111122223333:instance/i-0abc1234',
    here,
  ],
  [
    'a Region in an ARN that is none',
    'AWS::EC2::Instance',
    'arn:aws:ec2:evil:111122223333:instance/i-0abc1234',
    here,
  ],
  ['an ARN of no partition', 'AWS::S3::Bucket', 'arn:evil:s3:::logs', here],
  ['a Region that is a host', 'AWS::S3::Bucket', 'logs', 'evil.test/'],
  ['a Region with a user before a host', 'AWS::S3::Bucket', 'logs', 'a@evil-1'],
])('%s leads nowhere', (_, type, name, region) => {
  expect(consoleLink(type, name, region)).toBeUndefined();
});

test('whatever an event says, a link leads to the AWS console and is one argument', () => {
  const piece = fc.oneof(
    fc.constantFrom('arn:aws:iam::111122223333:role/', 'arn:aws:s3:::', 'i-', 'a', '%2e', '/', ':'),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.stringMatching(/^[0-9a-f]{8}$/),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...consolePages.keys()),
      fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
      fc.oneof(fc.constantFrom(here, 'cn-north-1', 'us-gov-west-1'), fc.string()),
      (type, name, region) => {
        const link = consoleLink(type, name, region);
        if (link === undefined) return;
        expect(link).toMatch(
          /^https:\/\/(?:[a-z0-9-]+\.console\.aws\.amazon\.com|console\.amazonaws-us-gov\.com|console\.amazonaws\.cn)\/[a-z0-9]+\//,
        );
        expect(new URL(link).href).toBe(link);
      },
    ),
    { numRuns: 2000 },
  );
});
