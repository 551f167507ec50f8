import { span } from '../seconds.ts';
import { everything, type Filter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import { expect } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { kindOf } from '../../src/archive/protocol/protocol.ts';
import { ACCOUNT } from '../records.ts';
import { endOf, idsOf, named, never, request } from '../searches.ts';
import { LONGEST_AGO, type Life, type Search, type Step } from './life.ts';
import type { World } from './world.ts';

/** How often what was to be shown came to pass. */
export interface Tally {
  lives: number;
  searches: number;
  complete: number;
  left: number;
  restarts: number;
  claims: number;
}
export const nothingYet = (): Tally => ({
  lives: 0,
  searches: 0,
  complete: 0,
  left: 0,
  restarts: 0,
  claims: 0,
});

export type KillableArchive = Archive & { readonly storePid: () => number | undefined };

/** Lives it, and looks after each search and at the end whether anything was said that is not so. */
export async function live(
  { before, steps }: Life,
  world: World,
  archive: KillableArchive,
  tally: Tally,
): Promise<void> {
  for (const burst of before) world.happened(burst);
  await world.start();
  let killed = false;
  for (const step of steps) {
    killed ||= step.do === 'restart' && step.what === 'store';
    await take(step, world, archive, killed, tally);
  }
  await expectClaimsTrue(world, archive, tally);
  tally.lives += 1;
}

async function take(
  step: Step,
  world: World,
  archive: KillableArchive,
  killed: boolean,
  tally: Tally,
): Promise<void> {
  switch (step.do) {
    case 'late':
      world.happenLate(step.of);
      return;
    case 'latest':
      world.happenAsLateAsCanBe(step.of);
      return;
    case 'pass':
      await world.pass(step.minutes);
      return;
    case 'restart': {
      tally.restarts += 1;
      const pid = archive.storePid();
      // It is started again by itself; what is asked meanwhile has to do without.
      if (step.what === 'store' && pid !== undefined) process.kill(pid, 'SIGKILL');
      if (step.what === 'server') await world.start();
      return;
    }
    case 'ask':
      world.trouble(step.trouble);
      await Promise.all(step.searches.map((search) => expectHonest(search, world, !killed, tally)));
      world.trouble(undefined);
  }
}

async function expectHonest(
  { regions, ends, filter, limit, leaves, aborts }: Search,
  world: World,
  storeIsThere: boolean,
  tally: Tally,
): Promise<void> {
  tally.searches += 1;
  const from = world.now - Math.max(...ends) * 60;
  const to = world.now - Math.min(...ends) * 60;
  const wanted = world.idsOf(regions, filter, from, to);
  const asked = request({
    filter,
    from: (from * 1000) as EpochMs,
    to: (to * 1000) as EpochMs,
    limit,
    scopes: regions.map((region) => `${ACCOUNT}:${world.regions[region]}`),
  });
  const got = new Set<string>();
  const before = new Set(world.shown);
  let cursor: string | undefined;
  for (;;) {
    const leaving = new AbortController();
    const frames = [];
    for await (const frame of world.service.search(
      { ...asked, ...(cursor && { cursor }) },
      leaving.signal,
    )) {
      frames.push(frame);
      if (frames.length !== leaves) continue;
      if (!aborts) break;
      leaving.abort();
    }
    const page = idsOf(frames);
    expect(new Set(page).size).toBe(page.length);
    for (const id of page) {
      got.add(id);
      world.shown.add(id);
    }
    // Failed, left or not: what was shown is there, and was asked for.
    expect(wanted).toEqual(expect.arrayContaining([...got]));
    if (leaves !== undefined && frames.length >= leaves) {
      tally.left += 1;
      return;
    }
    const end = endOf(frames);
    if (end.complete) {
      tally.complete += 1;
      expect([...got].toSorted()).toEqual(wanted);
      return;
    }
    if (end.next === undefined || end.next === cursor) {
      // Only trouble keeps a search from its end.
      expect(world.troubled || !storeIsThere).toBe(true);
      // Whatever cannot be read now: what was shown before is shown again, to the last row of it.
      if (storeIsThere)
        expect([...got]).toEqual(expect.arrayContaining(wanted.filter((id) => before.has(id))));
      return;
    }
    cursor = end.next;
  }
}

/** The questions whose answers are remembered as whole: for everything, and for each attribute. */
const kinds: readonly (readonly [string, Filter])[] = [
  ['', everything],
  ...(['alice', 'bob'] as const).map(
    (value) =>
      [
        kindOf({ key: 'Username', value }),
        { kind: 'is', subject: { kind: 'field', name: 'username' }, value },
      ] as const,
  ),
  [kindOf({ key: 'EventName', value: 'RunInstances' }), named('RunInstances')],
];

/** What the archive believes to have read whole and for good is there, whatever happened on the way. */
async function expectClaimsTrue(
  world: World,
  archive: KillableArchive,
  tally: Tally,
): Promise<void> {
  const window = span(world.now - LONGEST_AGO * 60 - 7_200, world.now);
  await expect
    .poll(
      () =>
        archive.summary().then(
          () => 'up',
          () => 'down',
        ),
      { timeout: 30_000 },
    )
    .toBe('up');
  for (const region of [0, 1] as const)
    for (const [kind, filter] of kinds) {
      const scope = world.scopeOf(region);
      const { settled } = await archive.coverage(scope, [kind], window);
      for (const { from, to } of settled) {
        tally.claims += 1;
        const wanted = world.idsOf([region], filter, from, to);
        const slice = await archive.read(scope, { from, to, filter, limit: 5_000 }, never);
        expect(slice.found.map(({ event }) => event.eventId).toSorted()).toEqual(wanted);
      }
    }
}
