import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { record } from '../../test/records.ts';
import { endOf, framesOf, idsOf, ofType, request } from '../../test/searches.ts';
import { serviceAgainstOdd, type OddAnswer } from '../../test/odd-endpoint.ts';

/** An odd endpoint answers by the real clock. */
const now = Date.now();
const window = { from: (now - 86_400_000) as EpochMs, to: now as EpochMs };
const id = (n: number): string => record(n, 0).eventID;
const event = (n: number, more: object = {}): object => {
  const time = Math.floor(now / 1000) - n;
  const inner = { ...record(n, 0), eventTime: new Date(time * 1000).toISOString() };
  return { EventId: id(n), EventTime: time, CloudTrailEvent: JSON.stringify(inner), ...more };
};
const search = async (answer: OddAnswer) => {
  const { service, calls } = await serviceAgainstOdd(answer);
  const frames = await framesOf(service, request(window));
  return { frames, calls, problems: ofType(frames, 'problem').map(({ problem }) => problem) };
};

test.each([
  '',
  '{}',
  '{"Events":{}}',
  '{"Events":"zzz"}',
  '{"Events":null}',
  '{"Events":[{"EventTime":1e400}]}',
])('U05: %j is an error, never an empty list', async (body) => {
  const { frames, problems } = await search(() => body);
  expect(problems.at(-1)?.type).toBe('upstream-invalid');
  expect(endOf(frames).complete).toBe(false);
});

test('U06: one bad event of five costs nothing but itself, and is told', async () => {
  const { frames, problems } = await search(() => ({
    Events: [event(1), null, event(2), { EventId: 7 }, event(3)],
  }));
  expect(idsOf(frames)).toEqual([id(1), id(2), id(3)]);
  expect(problems).toMatchObject([{ type: 'upstream-invalid' }]);
  expect(problems[0]?.detail).toContain('2 events');
});

test('U10: an answer larger than 32 MB is cut off and not tried again', async () => {
  let sent = 0;
  const { problems, calls } = await search((_, __, response) => {
    const more = (): void => {
      sent += 1 << 20;
      if (sent < 200 << 20 && !response.destroyed) response.write(' '.repeat(1 << 20), more);
    };
    more();
    return undefined;
  });
  expect(problems.at(-1)?.type).toBe('upstream-invalid');
  expect(calls).toHaveLength(1);
  expect(sent).toBeLessThan(60 << 20);
});

test('U11: a redirect to another host is not followed', async () => {
  const { problems } = await search((_, __, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    return undefined;
  });
  expect(problems.at(-1)?.type).toBe('upstream-failed');
});

test('U12: a circle of tokens stops the scan by its name, what was read stays', async () => {
  const { frames, problems, calls } = await search(({ NextToken }, call) => ({
    Events: [event(call)],
    NextToken: NextToken === 'A' ? 'B' : 'A',
  }));
  expect(calls.length).toBeLessThanOrEqual(6);
  expect(problems.at(-1)?.detail).toContain('token_loop');
  expect(idsOf(frames)).toContain(id(1));
  expect(endOf(frames).complete).toBe(false);
});

test('U13: hundreds of empty pages with tokens are legal', async () => {
  const { frames, calls } = await search((_, call) =>
    call <= 400 ? { Events: [], NextToken: `t${call}` } : { Events: [event(1)] },
  );
  expect(calls).toHaveLength(401);
  expect(endOf(frames)).toEqual({ type: 'end', complete: true, matched: 1 });
}, 20_000);

test('the window is frozen: every page asks with the parameters of the first', async () => {
  const { calls } = await search((_, call) =>
    call < 5 ? { Events: [event(call)], NextToken: `t${call}` } : { Events: [] },
  );
  expect(new Set(calls.map(({ StartTime, EndTime }) => `${StartTime} ${EndTime}`)).size).toBe(1);
});

test('U28: Retry-After is honoured and told', async () => {
  const started = performance.now();
  const { problems, frames } = await search((_, call, response) => {
    if (call > 1) return { Events: [event(1)] };
    response.writeHead(429, { 'retry-after': '1' }).end('{"__type":"ThrottlingException"}');
    return undefined;
  });
  expect(problems).toMatchObject([{ type: 'throttled', retryAfterMs: 1_000 }]);
  expect(performance.now() - started).toBeGreaterThan(1_000);
  expect(endOf(frames).complete).toBe(true);
});

test('U29 to U31: odd events are shown and flagged: outside the window, no record, another record, two times', async () => {
  const { frames } = await search(() => ({
    Events: [
      event(1, { EventTime: now / 1000 - 10 * 86_400 }),
      event(2, { CloudTrailEvent: undefined, EventName: 'RunInstances' }),
      event(3, { CloudTrailEvent: JSON.stringify(record(99, 0)) }),
      event(4, { EventTime: Math.floor(now / 1000) - 3_600 }),
    ],
  }));
  const rows = ofType(frames, 'rows').flatMap(({ events }) => events);
  expect(rows.map((row) => row.eventId).toSorted()).toEqual([id(1), id(2), id(3), id(4)]);
  for (const row of rows) expect(row.flaws?.length).toBeGreaterThan(0);
  const inner = rows.find((row) => row.eventId === id(4));
  expect(Date.parse(inner?.eventTime ?? '')).toBe((Math.floor(now / 1000) - 4) * 1000);
});

test('U22: a Region that is not enabled is named as such, and the account stays usable', async () => {
  const { problems, calls } = await search((_, __, response) => {
    response
      .writeHead(400)
      .end('{"__type":"UnrecognizedClientException","message":"The security token is invalid."}');
    return undefined;
  });
  expect(problems.at(-1)?.type).toBe('region-disabled');
  expect(calls).toHaveLength(2);
});
