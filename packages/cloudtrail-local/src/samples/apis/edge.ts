import { blob } from '../ids.ts';
import { type Api, read, write } from './api.ts';

/** What stands in front of the sites: recorded in us-east-1 wherever it serves. */
export const cloudfront = {
  ListDistributions: read(),
  GetDistribution: read(() => ({ id: 'E2LQ7TKX9WM3VA' })),
  GetDistributionConfig: read(() => ({ id: 'E2LQ7TKX9WM3VA' })),
  CreateInvalidation: write(
    (on) => ({
      distributionId: 'E2LQ7TKX9WM3VA',
      invalidationBatch: {
        paths: { quantity: 1, items: ['/assets/*'] },
        callerReference: `release-${Math.floor(on.time / 1000)}`,
      },
    }),
    (on, request) => {
      const id = `I${on.from.letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 25)}`;
      return {
        location: `https://cloudfront.amazonaws.com/2020-05-31/distribution/E2LQ7TKX9WM3VA/invalidation/${id}`,
        invalidation: {
          id,
          status: 'InProgress',
          createTime: new Date(on.time).toUTCString(),
          invalidationBatch: request['invalidationBatch'],
        },
      };
    },
  ),
} as const satisfies Record<string, Api>;

const zone = 'Z08213451LARKHILL7QX';
export const route53 = {
  ListHostedZones: read(() => ({})),
  ListResourceRecordSets: read(() => ({ hostedZoneId: zone, maxItems: 300 })),
  ChangeResourceRecordSets: write(
    (on) => ({
      hostedZoneId: zone,
      changeBatch: {
        changes: [
          {
            action: 'UPSERT',
            resourceRecordSet: {
              name: `${on.from.pick(['preview', 'api', 'status'])}.larkhill.example`,
              type: 'A',
              aliasTarget: {
                hostedZoneId: 'Z32O12XQLNTSW2',
                dNSName: `k8s-edge-${on.from.hex(10)}.elb.${on.site.region}.amazonaws.com`,
                evaluateTargetHealth: true,
              },
            },
          },
        ],
      },
    }),
    (on) => ({
      changeInfo: {
        id: `/change/C${blob(on.from, 20).replace(/\W/g, '0').toUpperCase()}`,
        status: 'PENDING',
        submittedAt: new Date(on.time).toISOString(),
      },
    }),
  ),
} as const satisfies Record<string, Api>;
