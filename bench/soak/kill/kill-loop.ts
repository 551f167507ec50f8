import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, type LocalProgram, startLocalProgram } from '@trailglass/dev-env';
import { complaintsOf } from './check.ts';
import { type Found, lookInto } from './left-behind.ts';
import { keepReading, nothingSeen, type Outcome, type Seen } from './reader.ts';
import { type Seeded, seeded } from './seeded.ts';
import { makeUpstream, type Upstream } from './upstream.ts';
import { type Target, Victim } from './victim.ts';

export interface KillLoop {
  readonly cycles: number;
  readonly seed: number;
  readonly scopes: number;
  readonly perScope: number;
  readonly readers: number;
  /** After so many a new archive is begun, so that there is always something to read. */
  readonly cyclesPerArchive: number;
}

export interface Cycle extends Found {
  readonly target: Target;
  /** Milliseconds that was read before the kill, and until the archive answered again. */
  readonly readMs: number;
  readonly backMs: number;
  readonly promised: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly wrong: readonly string[];
}

/** Events that come late, always the same ones; what they are must not change while it is read. */
const late: Fault = { kind: 'late', p: 0.2, seconds: 300 };
const troubled: readonly Fault[] = [
  late,
  { kind: 'throttle', p: 0.01 },
  { kind: 'error500', p: 0.03 },
  { kind: 'reset', p: 0.03 },
  { kind: 'truncated', p: 0.02 },
  { kind: 'empty200', p: 0.02 },
  { kind: 'duplicate', p: 0.1 },
  { kind: 'badtoken', p: 0.03 },
];
const refusing: readonly Fault[] = [late, { kind: 'denied' }];
/** Requests that a kill of the store alone has interrupted may go on so long; then they are left. */
const AFTERWARDS_MS = 500;

/** Kills, looks, and goes on; each cycle is told when it is over. */
export async function* killLoop(loop: KillLoop): AsyncGenerator<Cycle> {
  const random = seeded(loop.seed);
  await using upstream = await makeUpstream(loop.seed, loop);
  await using local = await startLocalProgram([
    '--records',
    upstream.file,
    '--rate',
    '0',
    '--seed',
    String(loop.seed),
  ]);
  for (let done = 0; done < loop.cycles; done += loop.cyclesPerArchive) {
    const dataDir = await mkdtemp(join(tmpdir(), 'trailglass-soak-'));
    try {
      await using victim = new Victim({ dataDir, localUrl: local.url, regions: upstream.regions });
      await victim.start();
      const promised = new Set<string>();
      const cycles = Math.min(loop.cyclesPerArchive, loop.cycles - done);
      for (let n = 0; n < cycles; n += 1)
        yield await cycle({ loop, random, upstream, local, victim, promised });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
}

interface Parts {
  readonly loop: KillLoop;
  readonly random: Seeded;
  readonly upstream: Upstream;
  readonly local: LocalProgram;
  readonly victim: Victim;
  /** Of all cycles with this archive. */
  readonly promised: Set<string>;
}

async function cycle({ loop, random, upstream, local, victim, promised }: Parts): Promise<Cycle> {
  const target = random.one(['server', 'store', 'both', 'store'] as const);
  const readMs = random.whole(30, 1_200);
  const seen: Seen = { ...nothingSeen(), promised };
  await local.setFaults(troubled);
  const stop = new AbortController();
  const readers = Promise.all(
    Array.from({ length: loop.readers }, () =>
      keepReading(victim.url, upstream, seeded(random.whole(0, 2 ** 31)), seen, stop.signal),
    ),
  );
  await sleep(readMs);
  let before: ReadonlySet<string> = new Set();
  const { copy, backMs } = await victim.kill(target, () => {
    before = new Set(promised);
  });
  await sleep(target === 'store' ? AFTERWARDS_MS : 0);
  stop.abort();
  await readers;
  const found = await lookInto(copy, before, upstream);
  await local.setFaults(refusing);
  const wrong = await complaintsOf(victim.url, upstream, promised, random);
  return {
    ...found,
    target,
    readMs,
    backMs,
    promised: before.size,
    outcomes: seen.outcomes,
    wrong: [...wrong, ...seen.complaints],
  };
}
