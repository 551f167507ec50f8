import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const day = 24 * 3_600_000;

/** Records spread evenly over 60 days, the same number in each Region, in a file that goes away. */
export async function recordFile(
  regions: readonly string[],
  perRegion: number,
): Promise<{ readonly path: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'trailglass-bench-'));
  const path = join(folder, 'records.ndjson');
  const now = Date.now() - 60_000;
  const lines = regions.flatMap((region, at) =>
    Array.from({ length: perRegion }, (_, index) =>
      line(region, at, index, now - (index * 60 * day) / perRegion),
    ),
  );
  await writeFile(path, lines.join('\n'));
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

const line = (region: string, at: number, index: number, time: number): string =>
  JSON.stringify({
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLEEXAMPLEEX',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
      accessKeyId: 'AKIAEXAMPLEEXAMPLEEX',
      userName: `user-${index % 40}`,
    },
    eventTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
    eventSource: 'ec2.amazonaws.com',
    eventName: index % 3 === 0 ? 'RunInstances' : 'DescribeInstances',
    awsRegion: region,
    sourceIPAddress: '203.0.113.9',
    userAgent: 'bench',
    requestParameters: { filterSet: {}, instancesSet: { items: [{ imageId: `ami-${index}` }] } },
    responseElements: null,
    requestID: `request-${at}-${index}`,
    eventID: `event-${at}-${index}`,
    readOnly: index % 3 !== 0,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
  });
