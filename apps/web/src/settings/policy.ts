/** All that reading event history needs; LookupEvents knows no resources to narrow it to. */
export const leastPrivilege = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EventHistory',
        Effect: 'Allow',
        Action: 'cloudtrail:LookupEvents',
        Resource: '*',
      },
    ],
  },
  undefined,
  2,
);

export const configExample = JSON.stringify(
  {
    accounts: [
      { name: 'prod', roleArn: 'arn:aws:iam::111122223333:role/audit', externalId: 'trailglass' },
      { name: 'dev', roleArn: 'arn:aws:iam::444455556666:role/audit' },
    ],
    regions: ['us-east-1', 'eu-west-1'],
  },
  undefined,
  2,
);
