import { Client, problem, type VerifyFrame } from '@trailglass/api';
import { expect, test } from 'vitest';
import { type Verification, verify } from './verification.ts';

/** The wire: an answer that is written line by line. */
function wire() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const told: Verification[] = [];
  const stop = new AbortController();
  const client = new Client('', undefined, (_, init) => {
    init?.signal?.addEventListener('abort', () => {
      writer.abort(new DOMException('aborted', 'AbortError')).catch(() => undefined);
    });
    return Promise.resolve(new Response(readable));
  });
  return {
    told,
    stop,
    done: verify(client, (now) => told.push(now), stop.signal),
    say: (frame: VerifyFrame) =>
      writer.write(new TextEncoder().encode(`${JSON.stringify(frame)}\n`)),
    hangUp: () => writer.close(),
  };
}
const end: VerifyFrame = {
  type: 'end',
  checked: 200,
  wrong: 1,
  examples: [
    { account: '1', region: 'eu-west-1', eventId: 'e', flaw: 'The record cannot be unpacked.' },
  ],
};

test('progress is told as it comes, the end with what is wrong', async () => {
  const { told, done, say } = wire();
  await say({ type: 'progress', checked: 100, of: 200 });
  await say(end);
  await done;
  expect(told).toEqual([
    { state: 'running', checked: 0, of: 0 },
    { state: 'running', checked: 100, of: 200 },
    { state: 'done', end },
  ]);
});

test('cancelled, it says how far it was', async () => {
  const { told, stop, done, say } = wire();
  await say({ type: 'progress', checked: 100, of: 200 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  await done;
  expect(told.at(-1)).toEqual({ state: 'stopped', checked: 100, of: 200 });
});

test('an answer that breaks off is a failure, not a success', async () => {
  const { told, done, say, hangUp } = wire();
  await say({ type: 'progress', checked: 100, of: 200 });
  await hangUp();
  await done;
  expect(told.at(-1)).toMatchObject({ state: 'failed', problem: { type: 'unreachable' } });
});

test('a refusal is told as the server explains it', async () => {
  const refused = problem('archive-failed', 'The archive is being restarted.');
  const client = new Client('', undefined, () =>
    Promise.resolve(new Response(JSON.stringify(refused), { status: 503 })),
  );
  const told: Verification[] = [];
  await verify(client, (now) => told.push(now), new AbortController().signal);
  expect(told.at(-1)).toEqual({ state: 'failed', problem: refused });
});
