import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { expect, test } from 'vitest';
import { startLocal } from './start-local.ts';

test('the AWS SDK looks up an event that was added', async () => {
  await using local = await startLocal();
  const eventTime = `${new Date(Date.now() - 60_000).toISOString().slice(0, 19)}Z`;
  local.add([
    {
      eventVersion: '1.11',
      eventID: '2f0f8a0c-0a1b-4c5d-8e9f-000000000001',
      eventTime,
      eventName: 'StopInstances',
      eventSource: 'ec2.amazonaws.com',
      awsRegion: 'eu-west-1',
      readOnly: false,
      userIdentity: { type: 'IAMUser', userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
    },
  ]);
  const client = new CloudTrailClient({
    region: 'eu-west-1',
    endpoint: local.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Events } = await client.send(new LookupEventsCommand({}));
  expect(Events).toMatchObject([
    {
      EventId: '2f0f8a0c-0a1b-4c5d-8e9f-000000000001',
      EventTime: new Date(eventTime),
      EventName: 'StopInstances',
      EventSource: 'ec2.amazonaws.com',
      ReadOnly: 'false',
      Username: 'alice',
      AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    },
  ]);
  expect(local.requests()).toMatchObject([
    { account: '111122223333', region: 'eu-west-1', operation: 'LookupEvents', status: 200 },
  ]);
});
