import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startLocal } from '@trailglass/cloudtrail-local';
import { expect, onTestFinished, test } from 'vitest';
import { ACCOUNT, NOW, record, REGION } from '../../test/records.ts';
import { endOf, framesOf, idsOf, ofType, request } from '../../test/searches.ts';
import { createService } from '../service.ts';

/** The service with its log, a line for each write. */
async function start() {
  const local = await startLocal({ now: NOW, ratePerSecond: 0 });
  onTestFinished(() => local[Symbol.asyncDispose]());
  local.add([record(1, 60)]);
  let log = '';
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      log += chunk.toString();
      done();
    },
  });
  const service = await createService(
    {
      mode: 'endpoint',
      endpoint: local.url,
      accounts: [{ kind: 'keys', name: 'local', accessKeyId: 'local', secretAccessKey: 'local' }],
      regions: [REGION],
    },
    pino({}, sink),
    { perSecond: 1_000, backoff: { baseMs: 1, capMs: 2 } },
  );
  onTestFinished(() => service.close());
  return { local, service, log: () => log };
}

test.each(['badheader', 'bigheader'] as const)(
  'U33: an answer with a %s is no answer; it is said, logged in lines of its own, and got over',
  async (kind) => {
    const { local, service, log } = await start();
    local.setFaults([{ kind }]);
    const frames = await framesOf(service, request());
    expect(endOf(frames)).toMatchObject({ complete: false, matched: 0 });
    const problem = ofType(frames, 'problem').at(-1)?.problem;
    expect(problem).toMatchObject({ type: 'upstream-invalid', account: ACCOUNT });
    expect(problem?.detail.length).toBeLessThan(800);
    const lines = log().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) });
      expect(line.length).toBeLessThan(2_000);
    }
    expect(log()).not.toMatch(/\r|no=1/);
    local.setFaults([]);
    expect(idsOf(await framesOf(service, request()))).toHaveLength(1);
  },
);
