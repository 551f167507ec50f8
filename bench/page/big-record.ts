/**
 * A record of about so many bytes: an inline policy's worth of ordinary members, repeated, as large requests are.
 * @returns JSON text, as CloudTrail writes it: on one line
 */
export function bigRecord(eventId: string, eventTime: string, bytes: number): string {
  const item = (index: number) => ({
    resourceArn: `arn:aws:s3:::bucket-${index}/logs/2026/*`,
    tags: { owner: `team-${index % 17}`, cost: index * 1.25, active: index % 3 === 0 },
    actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
  });
  const size = JSON.stringify(item(10_000)).length + 1;
  const items = Array.from({ length: Math.ceil(bytes / size) }, (_, index) => item(index));
  return JSON.stringify({
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
      userName: 'alice',
    },
    eventTime,
    eventSource: 'resource-groups.amazonaws.com',
    eventName: 'GroupResources',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'bench',
    requestParameters: { group: 'everything', resources: items },
    responseElements: null,
    eventID: eventId,
    readOnly: false,
    eventType: 'AwsApiCall',
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
  });
}
