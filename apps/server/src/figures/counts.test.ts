import { countEndpoints, countLimits } from '@trailglass/api';
import { parseFilter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import { expect, test, vi } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { clientOf } from '../../test/over-http.ts';
import { ACCOUNT, ago, HOUR, record, SCOPE } from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';

// Each starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 30_000 });

const scopes = [SCOPE];

/** One a minute from an hour ago; every seventh is one that SQL cannot look into. */
const records = Array.from({ length: 84 }, (_, n) =>
  record(n, HOUR + n * 60, {
    eventName: ['RunInstances', 'DescribeInstances', 'AssumeRole'][n % 3],
    requestID: `request-${n % 20}`,
    requestParameters: { bucketName: ['__proto__', 'prod', null][n % 3] },
    ...(n % 7 === 0 && { additionalEventData: { matrix: [[n % 2]] } }),
  }),
);
const window = { from: ago(24 * HOUR), to: ago(HOUR) };

interface Question {
  readonly q: string;
  readonly from?: EpochMs;
  readonly scopes?: readonly string[];
}

async function start() {
  const { service } = await serviceWithArchive({ records });
  const readAll = () => framesOf(service, request({ ...window, limit: 1000 }));
  const ask = async (...questions: Question[]) =>
    (
      await service.counts(
        questions.map(({ q, ...more }) => ({
          ...window,
          scopes,
          filter: parseFilter(q).filter!,
          ...more,
        })),
        never,
      )
    ).counts;
  return { service, readAll, ask };
}

test('each question has its own filter, window and scopes, and is answered in its place', async () => {
  const { readAll, ask } = await start();
  await readAll();
  const questions = [
    { q: '' },
    { q: 'requestID:request-3' },
    { q: 'requestID:request-3', from: ago(HOUR + 10 * 60) },
    { q: 'name:AssumeRole source:ec2.amazonaws.com' },
    { q: 'additionalEventData.matrix:1' },
    { q: '-additionalEventData.matrix:1 -requestParameters.bucketName:__proto__' },
    { q: 'username:nobody' },
  ];
  const odd = records.filter((_, n) => n % 7 === 0 && n % 2 === 1).length;
  const neither = records.filter((_, n) => !(n % 7 === 0 && n % 2 === 1) && n % 3 !== 0).length;
  expect(await ask(...questions)).toEqual(
    [84, 5, 1, 28, odd, neither, 0].map((events) => ({
      events,
      covered: 1,
    })),
  );
});

test('what was not read is said question by question, and a scope that is not there is a problem', async () => {
  const { readAll, ask } = await start();
  expect(await ask({ q: '' })).toEqual([{ events: 0, covered: 0 }]);
  await readAll();
  const [read, half] = await ask({ q: '' }, { q: '', from: ago(47 * HOUR) });
  expect(read).toEqual({ events: 84, covered: 1 });
  expect(half).toEqual({ events: 84, covered: expect.closeTo(0.5, 3) });
  await expect(ask({ q: '', scopes: [`${ACCOUNT}:mars-1`] })).rejects.toMatchObject({
    problem: { type: 'unknown-scope' },
  });
});

test('one that is given up ends, and the next one counts', async () => {
  const { service, readAll, ask } = await start();
  await readAll();
  const leaving = new AbortController();
  const question = { ...window, scopes, filter: parseFilter('-a.b:x').filter! };
  const given = service.counts(
    Array.from({ length: 20 }, () => question),
    leaving.signal,
  );
  leaving.abort(new Error('left'));
  await expect(given).rejects.toThrow('left');
  expect(await ask({ q: '-a.b:x' })).toEqual([{ events: 84, covered: 1 }]);
});

test('as a page asks: up to twenty, and no filter that is none', async () => {
  const { service, readAll } = await start();
  await readAll();
  const client = await clientOf(service);
  const iso = (ms: number): string => new Date(ms).toISOString();
  const ask = (count: number, q: string, own = true) =>
    client.call(countEndpoints.counts, {
      body: {
        questions: Array.from({ length: count }, () => ({
          q,
          from: iso(window.from),
          to: iso(window.to),
          ...(own && { scope: scopes }),
        })),
        ...(!own && { scope: scopes }),
      },
    });
  expect(await ask(countLimits.questions, 'requestID:request-3')).toEqual({
    counts: Array.from({ length: countLimits.questions }, () => ({ events: 5, covered: 1 })),
  });
  expect(await ask(1, 'requestID:request-3', false)).toEqual({
    counts: [{ events: 5, covered: 1 }],
  });
  await expect(ask(countLimits.questions + 1, '')).rejects.toMatchObject({
    problem: { type: 'bad-request' },
  });
  await expect(ask(1, 'user:(')).rejects.toMatchObject({ problem: { type: 'bad-filter' } });
});
