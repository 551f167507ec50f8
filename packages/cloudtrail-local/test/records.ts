let written = 0;

/** A record as CloudTrail writes it, in the plainest case; `members` go over it. */
export function record(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  written += 1;
  return {
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', userName: 'alice' },
    eventTime: '2026-06-01T12:00:00Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'DescribeInstances',
    awsRegion: 'us-east-1',
    eventID: `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    eventCategory: 'Management',
    recipientAccountId: '111122223333',
    ...members,
  };
}

/** The endpoint's today in tests: an hour after the plainest record. */
export const today = Date.parse('2026-06-01T13:00:00Z');
