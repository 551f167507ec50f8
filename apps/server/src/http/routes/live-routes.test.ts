import { type Client, liveEndpoints, type LiveFrame } from '@trailglass/api';
import type { Local } from '@trailglass/cloudtrail-local';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lookups, serviceAgainstLocal } from '../../../test/against-local.ts';
import { clientOf } from '../../../test/over-http.ts';
import { ACCOUNT, record, REGION, SCOPE } from '../../../test/records.ts';
import { never } from '../../../test/searches.ts';
import { mostLive } from './live-routes.ts';

vi.setConfig({ testTimeout: 40_000 });

async function served(): Promise<{ local: Local; client: Client }> {
  const { service, local } = await serviceAgainstLocal();
  return { local, client: await clientOf(service) };
}

/** A live connection whose frames are kept as they come. */
function connect(
  client: Client,
  q = '',
): { frames: LiveFrame[]; ids: () => string[]; end: () => void } {
  const frames: LiveFrame[] = [];
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const read = async (): Promise<void> => {
    const query = { q, scope: SCOPE };
    for await (const frame of client.stream(liveEndpoints.live, { query }, leaving.signal))
      frames.push(frame);
  };
  read().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return {
    frames,
    ids: () =>
      frames
        .flatMap((frame) => (frame.type === 'rows' ? frame.events : []))
        .map((row) => row.eventId),
    end: () => leaving.abort(),
  };
}

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 50 });
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('states first and every few seconds, events that match as they come; nothing is asked when nobody is connected', async () => {
  const { local, client } = await served();
  const { frames, ids, end } = connect(client, 'user:mallory');
  await eventually(() => expect(frames.length).toBeGreaterThan(0));
  expect(frames[0]).toMatchObject({
    type: 'following',
    scopes: [{ account: ACCOUNT, region: REGION, state: 'waiting' }],
  });
  await eventually(() =>
    expect(frames.findLast(({ type }) => type === 'following')).toMatchObject({
      scopes: [{ state: 'following', answeredAt: expect.stringMatching(/^2026-11-20T12:0/) }],
    }),
  );
  const by = (userName: string): { userIdentity: object } => ({
    userIdentity: { type: 'IAMUser', userName },
  });
  local.add([
    record(1, 0, by('mallory')),
    record(2, 0, by('alice')),
    record(3, 600, by('mallory')),
  ]);
  await eventually(() => expect(ids()).toContain(record(1, 0).eventID));
  expect(ids()).not.toContain(record(2, 0).eventID);

  // What a list shows opens without a call.
  const calls = lookups(local);
  const at = { account: ACCOUNT, region: REGION, eventId: record(1, 0).eventID };
  expect((await client.event(at)).row.eventId).toBe(at.eventId);
  expect(lookups(local) - calls).toBeLessThanOrEqual(1);

  end();
  // What was under way still arrives.
  await eventually(async () => {
    const left = lookups(local);
    await rest(6_000);
    expect(lookups(local)).toBe(left);
  });
});

test('what hinders a scope is told with the scope, and when it is tried again', async () => {
  const { local, client } = await served();
  local.setFaults([{ kind: 'denied' }]);
  const { frames } = connect(client);
  await eventually(() =>
    expect(frames.findLast(({ type }) => type === 'following')).toMatchObject({
      scopes: [
        { state: 'failed', problem: { type: 'access-denied', retryAfterMs: expect.any(Number) } },
      ],
    }),
  );
});

test('a wrong request is refused at once, and so is one page too many', async () => {
  const { client } = await served();
  const first = async (query: { q?: string; scope: string }): Promise<unknown> => {
    for await (const frame of client.stream(liveEndpoints.live, { query }, never)) return frame;
    return undefined;
  };
  await expect(first({ q: 'user:(', scope: SCOPE })).rejects.toMatchObject({
    problem: { type: 'bad-filter' },
  });
  await expect(first({ scope: '999999999999:eu-west-1' })).rejects.toMatchObject({
    problem: { type: 'unknown-scope' },
  });
  const pages = Array.from({ length: mostLive }, () => connect(client));
  await eventually(() => expect(pages.every(({ frames }) => frames.length > 0)).toBe(true));
  await expect(first({ scope: SCOPE })).rejects.toMatchObject({
    problem: { type: 'too-many-requests' },
  });
  pages[0]?.end();
  await vi.waitFor(() => first({ scope: SCOPE }), { timeout: 20_000, interval: 50 });
});
