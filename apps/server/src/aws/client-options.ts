import type { CloudTrailClientConfig } from '@aws-sdk/client-cloudtrail';
import { collectBody } from './body-limit.ts';

type Options = Pick<
  CloudTrailClientConfig,
  | 'region'
  | 'endpoint'
  | 'useFipsEndpoint'
  | 'useDualstackEndpoint'
  | 'maxAttempts'
  | 'retryMode'
  | 'requestHandler'
  | 'streamCollector'
> & { readonly ignoreConfiguredEndpointUrls: boolean };

/**
 * How every SDK client here is made. The SDK's own retries are off: it would make three calls in 17 ms
 * where CloudTrail allows two a second. An endpoint in AWS_ENDPOINT_URL or in a profile is not followed:
 * only the one that the person named, which the page shows.
 */
export const clientOptions = (region: string, endpoint: string | undefined): Options => ({
  region,
  maxAttempts: 1,
  retryMode: 'standard',
  ignoreConfiguredEndpointUrls: true,
  ...(endpoint === undefined
    ? {}
    : { endpoint, useFipsEndpoint: false, useDualstackEndpoint: false }),
  // Said here, as NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise hand the calls to whoever stands in between.
  requestHandler: {
    connectionTimeout: 3_000,
    socketTimeout: 30_000,
    httpsAgent: { rejectUnauthorized: true },
  },
  streamCollector: collectBody() as NonNullable<CloudTrailClientConfig['streamCollector']>,
});
