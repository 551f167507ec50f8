import { describe, expect, it } from 'vitest';
import { continued, offersOf } from './member-offers.ts';

const path = (...keys: string[]) => ({ kind: 'path' as const, path: keys });

describe('names below a path', () => {
  it('are asked for below what stands before the last dot', () => {
    expect(continued('requestParameters.')).toEqual({
      path: path('requestParameters'),
      begun: '',
    });
    expect(continued('requestparameters.instancesSet.it')).toEqual({
      path: path('requestParameters', 'instancesSet'),
      begun: 'it',
    });
    expect(continued('requestParameters."a.b".c')).toEqual({
      path: path('requestParameters', 'a.b'),
      begun: 'c',
    });
    expect(continued('requestParameters')).toBeUndefined();
    expect(continued('eventName.x')).toBeUndefined();
  });

  it('are offered as a filter writes them, what begins so first, with what they were seen in', () => {
    const found = {
      events: 2_000,
      members: [
        { name: 'maxBuckets', events: 900, holds: false },
        { name: 'bucketName', events: 12, holds: false },
        { name: 'x.bucket', events: 3, holds: true },
        { name: 'roleArn', events: 1, holds: false },
      ],
    };
    const offers = offersOf(found, path('requestParameters'), 'Bucket');
    expect(offers.map(({ label, detail }) => [label, detail])).toEqual([
      ['requestParameters.bucketName', '12'],
      ['requestParameters.maxBuckets', '900'],
      ['requestParameters."x.bucket"', '3 …'],
    ]);
    expect(offers[0]?.section).toMatchObject({ name: 'Below it in the newest 2,000 events read' });
  });
});
