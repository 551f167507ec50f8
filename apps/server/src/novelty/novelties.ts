import { type Novelty, problem, ProblemError } from '@trailglass/api';
import { type EpochMs, moved, msOf, printSecond, type Scope, secondOf } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Span } from '../archive/coverage.ts';
import type { NoveltySubject } from '../archive/protocol/novelty.ts';
import { EVERYTHING, kindOf } from '../archive/protocol/protocol.ts';
import { scopeOf } from '../reading/scope-of.ts';
import { Turns } from '../waiting/turns.ts';
import { targetsOf, type Places } from '../search/targets.ts';
import { baselineMs, baselineOf } from './baseline.ts';
import { earlierEvents } from './earlier-events.ts';
import { marksOf, type Whole } from './marks.ts';

/** An event by its scope (`account:region`, the account by id or by name), its id and its time. */
export interface EventAsked {
  readonly scope: string;
  readonly eventId: string;
  readonly time: EpochMs;
}
interface Parts {
  readonly places: Places;
  /** Absent: nothing is kept, and nothing can be compared. */
  readonly archive?: Archive | undefined;
}
interface Compared {
  readonly subject: NoveltySubject;
  readonly baseline: Span;
  readonly whole: Whole;
}

const nothing: Novelty = { marks: [] };
const BUDGET_MS = 8_000;

/** What events have that their principals had never, or hardly, done before, as far as the archive can tell. */
export class Novelties {
  readonly #turns = new Turns(1, 16);

  constructor(private readonly parts: Parts) {}

  /** In the order of the events. Throws unknown-scope, archive-failed, too-many-requests. */
  async of(events: readonly EventAsked[], signal: AbortSignal): Promise<readonly Novelty[]> {
    const { archive } = this.parts;
    const placed = await this.#placed(events, signal);
    if (archive === undefined) return events.map(() => nothing);
    const until = AbortSignal.any([signal, AbortSignal.timeout(BUDGET_MS)]);
    try {
      return await this.#turns.take(() => compare(events, placed, archive, until), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ProblemError) throw error;
      if (until.aborted) throw new ProblemError(tookTooLong);
      throw error instanceof ArchiveError ? new ProblemError(failed(error)) : error;
    }
  }

  /** Under which scope each event is kept; absent for an account that was never known. */
  async #placed(
    events: readonly EventAsked[],
    signal: AbortSignal,
  ): Promise<readonly (Scope | undefined)[]> {
    const names = [...new Set(events.map(({ scope }) => scope))];
    const found = new Map(
      await Promise.all(
        names.map(async (name) => {
          const [target] = targetsOf([name], this.parts.places);
          return [name, target && (await scopeOf(target, signal))] as const;
        }),
      ),
    );
    return events.map(({ scope }) => found.get(scope));
  }
}

async function compare(
  events: readonly EventAsked[],
  placed: readonly (Scope | undefined)[],
  archive: Archive,
  signal: AbortSignal,
): Promise<readonly Novelty[]> {
  const kept = events.flatMap(({ eventId, time }, n) => {
    const scope = placed[n];
    return scope ? [{ ...scope, eventId, time, n }] : [];
  });
  const subjects = await archive.noveltySubjects(
    {
      events: kept.map(({ account, region, eventId, time }) => ({
        account,
        region,
        eventId,
        time,
      })),
    },
    signal,
  );
  const compared: (Compared & { readonly n: number })[] = [];
  for (const subject of subjects) {
    const event = kept[subject.n];
    const found = event && (await baselineFor(subject, event, archive));
    if (event && found) compared.push({ subject, ...found, n: event.n });
  }
  const seen = await archive.seenBefore(
    compared.map(({ subject: { who, time, api, region, network, agent }, baseline }) => ({
      who,
      api,
      region,
      network,
      agent,
      from: msOf(baseline.from),
      until: time,
    })),
    signal,
  );
  const told = new Map(
    compared.map((one, at): [number, Novelty] => {
      const before = seen[at];
      const marks = before ? marksOf(one.subject, before, one.whole) : [];
      return [one.n, marks.length === 0 ? nothing : { marks: [...marks], against: against(one) }];
    }),
  );
  return events.map((_, n) => told.get(n) ?? nothing);
}

/** All of the scope or of the principal must have been read; failing that, all calls of this API, which tells of it alone. */
async function baselineFor(
  { who, username, source, name, time }: NoveltySubject,
  { account, region }: Scope,
  archive: Archive,
): Promise<Pick<Compared, 'baseline' | 'whole'> | undefined> {
  const when = secondOf(time);
  const window = { from: secondOf(moved(time, -baselineMs)), to: when };
  const attribute = (key: string, value: string | undefined): string[] =>
    value === undefined ? [] : [kindOf({ key, value })];
  const ways: readonly (readonly [Whole, readonly string[]])[] = [
    ['everything', [EVERYTHING]],
    [
      'principal',
      who.kind.endsWith('sessions') ? [] : [EVERYTHING, ...attribute('Username', username)],
    ],
    ['api', [EVERYTHING, ...attribute('EventName', name), ...attribute('EventSource', source)]],
  ];
  for (const [whole, kinds] of ways) {
    if (kinds.length === 0) continue;
    const baseline = baselineOf(await archive.coverage({ account, region }, kinds, window), when);
    if (baseline) return { baseline, whole };
  }
  return undefined;
}

const against = ({ subject, baseline, whole }: Compared): Novelty['against'] => ({
  principal: subject.who.value.replace(/[/:]$/, ''),
  q: earlierEvents(subject.who),
  from: printSecond(baseline.from),
  to: printSecond(baseline.to),
  whole,
});

const tookTooLong = problem(
  'archive-failed',
  `Comparing with earlier events took longer than ${BUDGET_MS / 1000} seconds and was stopped. Nothing is marked.`,
);
const failed = ({ message }: ArchiveError) =>
  problem('archive-failed', `${message} Nothing is marked as new until it answers.`);
