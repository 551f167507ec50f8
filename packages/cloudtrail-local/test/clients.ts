import { CloudTrailClient, type Event, paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import { STSClient } from '@aws-sdk/client-sts';
import type { Local } from '../src/index.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
const firstAccount: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

export const cloudTrail = (
  { url }: Local,
  region = 'us-east-1',
  credentials = firstAccount,
): CloudTrailClient => new CloudTrailClient({ region, endpoint: url, credentials, maxAttempts: 1 });

export const sts = ({ url }: Local, credentials = firstAccount): STSClient =>
  new STSClient({ region: 'us-east-1', endpoint: url, credentials, maxAttempts: 1 });

/** All events that a lookup finds, page after page. */
export async function allEvents(
  client: CloudTrailClient,
  input: Parameters<typeof paginateLookupEvents>[1] = {},
): Promise<Event[]> {
  const events: Event[] = [];
  // The paginator writes its token into what it is given.
  for await (const page of paginateLookupEvents({ client }, { ...input }))
    events.push(...(page.Events ?? []));
  return events;
}
