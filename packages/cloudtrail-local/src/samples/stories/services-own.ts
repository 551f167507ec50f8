import type { JsonObject } from '@trailglass/record';
import { asService } from '../caller.ts';
import { accounts, production, regions, security } from '../cast/accounts.ts';
import { type Site, siteAt, sites } from '../cast/sites.ts';
import { arn } from '../ids.ts';
import type { Draw } from '../random.ts';
import { lively, nightly, steadily, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

const keyArn = (site: Site): string => arn('kms', site.region, site.account, `key/${site.keyId}`);

/** CloudTrail writes a log file of an account into the archive and encrypts it on the way. */
function delivery(start: number, from: Draw) {
  const tape = new Tape(from);
  const archive = siteAt(security, 'eu-west-1');
  const { id } = from.pick(accounts);
  const region = from.pick(regions);
  const trail = arn('cloudtrail', 'eu-west-1', security, 'trail/larkhill-org-trail');
  const day = new Date(start).toISOString();
  const file = `${id}_CloudTrail_${region}_${day.slice(0, 16).replace(/[-:]/g, '')}Z_${from.letters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 16)}.json.gz`;
  tape.rare(
    start,
    archive,
    asService('cloudtrail.amazonaws.com', security),
    'kms:GenerateDataKey',
    true,
    {
      request: {
        keySpec: 'AES_256',
        keyId: keyArn(archive),
        encryptionContext: {
          'aws:cloudtrail:arn': trail,
          'aws:s3:arn': `arn:aws:s3:::larkhill-org-cloudtrail/AWSLogs/${id}/CloudTrail/${region}/${day.slice(0, 10).replaceAll('-', '/')}/${file}`,
        },
      },
      touches: [{ type: 'AWS::KMS::Key', arn: keyArn(archive) }],
    },
  );
  return tape.events;
}

/** Services that write into a bucket look first whether they may. */
function bucketCheck(start: number, from: Draw) {
  const tape = new Tape(from);
  const [service, site, bucketName] = from.pick([
    ['cloudtrail.amazonaws.com', siteAt(security, 'eu-west-1'), 'larkhill-org-cloudtrail'],
    ['config.amazonaws.com', siteAt(security, 'eu-west-1'), 'larkhill-org-config'],
    ['delivery.logs.amazonaws.com', siteAt(production, 'us-east-1'), 'larkhill-prod-alb-logs'],
  ] as const);
  tape.call(start, site, asService(service, site.account), 's3:GetBucketAcl', {
    request: { bucketName, Host: `${bucketName}.s3.${site.region}.amazonaws.com`, acl: '' },
  });
  return tape.events;
}

/** What a service reports of itself: no request, no answer, no user. */
const report = (
  tape: Tape,
  time: number,
  site: Site,
  service: string,
  name: string,
  more: {
    extra?: JsonObject;
    serviceDetails?: JsonObject;
    resources?: JsonObject[];
    invokedBy?: string;
  },
): void =>
  tape.put({
    version: '1.11',
    identity: { accountId: site.account, invokedBy: more.invokedBy ?? service },
    time,
    source: service,
    name,
    region: site.region,
    ip: more.invokedBy ?? service,
    agent: more.invokedBy ?? service,
    readOnly: false,
    type: 'AwsServiceEvent',
    recipient: site.account,
    extra: more.extra,
    serviceDetails: more.serviceDetails,
    resources: more.resources,
  });

function keyRotation(start: number, from: Draw) {
  const tape = new Tape(from);
  const site = from.pick(sites);
  report(tape, start, site, 'kms.amazonaws.com', 'RotateKey', {
    invokedBy: 'AWS Internal',
    serviceDetails: { rotationType: 'AUTOMATIC', keyId: site.keyId },
    resources: [{ accountId: site.account, type: 'AWS::KMS::Key', ARN: keyArn(site) }],
  });
  return tape.events;
}

const withSecrets = sites.filter((site) => site.secrets.length > 0);
function secretRotation(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const site = from.pick(withSecrets);
  const SecretId = arn(
    'secretsmanager',
    site.region,
    site.account,
    `secret:${from.pick(site.secrets)}-Qm3xVb`,
  );
  const secrets = 'secretsmanager.amazonaws.com';
  report(tape, start, site, secrets, 'RotationStarted', { extra: { SecretId } });
  const outcome = from.chance(0.1) ? 'RotationFailed' : 'RotationSucceeded';
  report(tape, next(12, 40), site, secrets, outcome, { extra: { SecretId } });
  return tape.events;
}

function spotInterruption(start: number, from: Draw) {
  const tape = new Tape(from);
  const site = siteAt(production, 'us-east-2');
  report(tape, start, site, 'ec2.amazonaws.com', 'BidEvictedEvent', {
    invokedBy: 'ec2.amazonaws.com',
    serviceDetails: { instanceIdSet: [`i-0${from.hex(16)}`] },
  });
  return tape.events;
}

export const ownStories: readonly Story[] = [
  { name: 'log delivery', rhythm: steadily(5), haste: lively, tell: delivery },
  { name: 'bucket check', rhythm: steadily(3), haste: lively, tell: bucketCheck },
  { name: 'key rotation', rhythm: steadily(0.12), haste: 1, tell: keyRotation },
  { name: 'secret rotation', rhythm: nightly(3, 20), haste: 1, tell: secretRotation },
  { name: 'spot', rhythm: steadily(0.2), haste: 1, tell: spotInterruption },
];
