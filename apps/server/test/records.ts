import {
  type AccountId,
  type EpochMs,
  type Region,
  type Scope,
  scopeKey,
} from '@trailglass/record';

export const ACCOUNT = '111122223333' as AccountId;
export const REGION = 'eu-west-1' as Region;
export const scope: Scope = { account: ACCOUNT, region: REGION };
/** As a page writes it. */
export const SCOPE = scopeKey(scope);

/** The endpoint's today in these tests. */
export const NOW = Date.parse('2026-11-20T12:00:00Z') as EpochMs;

/** In seconds, as events are listed by them. */
export const HOUR = 3_600;
export const DAY = 24 * HOUR;

/** This many seconds before {@link NOW}. */
export const ago = (seconds: number): EpochMs => (NOW - seconds * 1000) as EpochMs;

export interface Record {
  readonly eventID: string;
  readonly eventTime: string;
  readonly [member: string]: unknown;
}

/** A record of `secondsAgo` before {@link NOW}. */
export const record = (
  id: string | number,
  secondsAgo: number,
  more: { readonly [member: string]: unknown } = {},
): Record => ({
  eventVersion: '1.11',
  eventID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  eventTime: new Date(ago(secondsAgo)).toISOString().replace('.000Z', 'Z'),
  eventName: 'DescribeInstances',
  eventSource: 'ec2.amazonaws.com',
  awsRegion: REGION,
  recipientAccountId: ACCOUNT,
  userIdentity: { type: 'IAMUser', userName: 'alice', accountId: ACCOUNT },
  eventType: 'AwsApiCall',
  readOnly: true,
  ...more,
});
