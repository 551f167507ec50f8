import { expect, test } from 'vitest';
import type { FaultInput } from '@trailglass/cloudtrail-local';
import { lookups, serviceAgainstLocal } from '../../test/against-local.ts';
import { ACCOUNT, record, REGION } from '../../test/records.ts';
import { endOf, framesOf, idsOf, ofType, request } from '../../test/searches.ts';

const quick = {
  local: { ratePerSecond: 0 },
  lookup: { perSecond: 1_000, backoff: { baseMs: 5, capMs: 40 }, deadlineMs: 400 },
} as const;
const records = Array.from({ length: 230 }, (_, n) => record(n, Math.floor(n / 7)));
const ids = records.map(({ eventID }) => eventID).toSorted();

const reading = async (faults: readonly FaultInput[]) => {
  const { service, local } = await serviceAgainstLocal({ ...quick, records });
  local.setFaults(faults);
  return { local, service, frames: await framesOf(service, request()) };
};

/** What does not pass ends the scope with its name; what was asked is counted. */
const lasting: readonly { fault: FaultInput; type: string; calls: number }[] = [
  // U04: a captive portal
  { fault: { kind: 'html' }, type: 'upstream-invalid', calls: 4 },
  // U05
  { fault: { kind: 'empty200' }, type: 'upstream-invalid', calls: 4 },
  // U07
  { fault: { kind: 'truncated' }, type: 'upstream-invalid', calls: 4 },
  { fault: { kind: 'reset' }, type: 'unreachable', calls: 6 },
  // U02
  { fault: { kind: 'error500' }, type: 'upstream-failed', calls: 6 },
  { fault: { kind: 'error503' }, type: 'upstream-failed', calls: 6 },
  // U08, U09
  { fault: { kind: 'silence' }, type: 'upstream-timeout', calls: 6 },
  { fault: { kind: 'drip' }, type: 'upstream-timeout', calls: 6 },
  // U21
  { fault: { kind: 'denied' }, type: 'access-denied', calls: 1 },
  // U18: the source gives the same credentials again, and STS does not accept them either
  { fault: { kind: 'expired' }, type: 'credentials-expired', calls: 1 },
];
test.each(lasting)(
  '$fault.kind that does not pass: $type after $calls calls, never an empty list',
  async ({ fault, type, calls }) => {
    const { local, frames } = await reading([fault]);
    expect(endOf(frames)).toMatchObject({ complete: false, matched: 0 });
    expect(endOf(frames).next).toBeDefined();
    expect(ofType(frames, 'problem').at(-1)?.problem).toMatchObject({ type, account: ACCOUNT });
    expect(ofType(frames, 'progress').at(-1)?.scopes[0]?.state).toBe('failed');
    expect(lookups(local)).toBe(calls);
  },
);

const passing: readonly FaultInput[] = [
  { kind: 'error500', p: 0.3 },
  { kind: 'error503', p: 0.3 },
  { kind: 'reset', p: 0.3 },
  { kind: 'truncated', p: 0.2 },
  { kind: 'empty200', p: 0.2 },
  { kind: 'html', p: 0.2 },
  // U17: the source is asked again
  { kind: 'expired', p: 0.15 },
  // U14: restart by time, no duplicates, no gap
  { kind: 'badtoken', p: 0.4 },
  // U15
  { kind: 'duplicate', p: 0.5 },
];
test.each(passing)('$kind now and then: everything is read, once', async (fault) => {
  const { frames } = await reading([fault]);
  expect(idsOf(frames).toSorted()).toEqual(ids);
  expect(endOf(frames)).toEqual({ type: 'end', complete: true, matched: ids.length });
});

test('U03: 429 with an HTML body is a throttle, waited for and told with its countdown', async () => {
  const { service, local } = await serviceAgainstLocal({ ...quick, records });
  local.setFaults([{ kind: 'html', status: 429 }]);
  setTimeout(() => local.setFaults([]), 100);
  const frames = await framesOf(service, request());
  const told = ofType(frames, 'problem').map(({ problem }) => problem);
  expect(told[0]).toMatchObject({ type: 'throttled', account: ACCOUNT, region: REGION });
  expect(told[0]?.retryAfterMs).toBeGreaterThan(0);
  expect(idsOf(frames).toSorted()).toEqual(ids);
});

test('access denied names the caller, the action, the Region and the policy that is missing', async () => {
  const { frames } = await reading([{ kind: 'denied' }]);
  const problem = ofType(frames, 'problem')[0]?.problem;
  expect(problem?.detail).toContain(`arn:aws:iam::${ACCOUNT}:`);
  expect(problem?.detail).toContain('cloudtrail:LookupEvents');
  expect(problem?.detail).toContain(REGION);
  expect(JSON.parse(problem?.policy ?? '')).toMatchObject({
    Statement: [{ Effect: 'Allow', Action: ['cloudtrail:LookupEvents'] }],
  });
});

test('after a storm a search tries once, and the first success ends the caution', async () => {
  const { service, local } = await serviceAgainstLocal({ ...quick, records });
  const calls = () => lookups(local);
  local.setFaults([{ kind: 'error500' }]);
  await framesOf(service, request());
  const before = calls();
  await framesOf(service, request());
  expect(calls() - before).toBe(1);
  local.setFaults([]);
  expect(endOf(await framesOf(service, request())).complete).toBe(true);
});
