import { eventLimits, problem, ProblemError, type WholeEvent } from '@trailglass/api';
import {
  type EpochMs,
  type EventId,
  isEventId,
  latest,
  moved,
  printTime,
  type Scope,
  secondOf,
  type TrailEvent,
} from '@trailglass/record';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Archive } from '../archive/archive.ts';
import type { Question } from '../lookup/question.types.ts';
import { edgeOf } from '../reading/edge.ts';
import { rowOf } from './row.ts';
import type { SearchParts } from './search.ts';
import type { EventAddress, Target } from './search.types.ts';
import { scopeOf } from '../reading/scope-of.ts';
import { targetOf } from './targets.ts';

const DAY_MS = 86_400_000;

/** One event whole, as {@link findTrailEvent} finds it. */
export const findEvent = async (
  at: EventAddress,
  parts: SearchParts,
  signal: AbortSignal,
): Promise<WholeEvent> => whole(await findTrailEvent(at, parts, signal));

/** One event: from what was just shown, else from the archive, else from AWS by its id. Throws not-found. */
export async function findTrailEvent(
  at: EventAddress,
  parts: SearchParts,
  signal: AbortSignal,
): Promise<TrailEvent> {
  const target = targetOf(at.account, at.region, parts.places);
  const id = at.eventId;
  if (!isEventId(id)) throw notFound(at, parts.now());
  const scope = await scopeOf(target, signal);
  const kept =
    scope &&
    (parts.recent.get(scope, id) ?? (await recall(scope, id, at.time, parts.archive, signal)));
  const event = kept ?? (await lookUp(target, id, at.time, parts, signal));
  if (event === undefined) throw notFound(at, parts.now());
  parts.recent.add(event);
  return event;
}

/** The archive's failure is no reason to fail: AWS has the event, too. */
async function recall(
  scope: Scope,
  id: EventId,
  time: EpochMs | undefined,
  archive: Archive | undefined,
  signal: AbortSignal,
): Promise<TrailEvent | undefined> {
  const around = time && {
    from: secondOf(moved(time, -DAY_MS)),
    to: secondOf(moved(time, DAY_MS + 999)),
  };
  try {
    const near = around && (await archive?.event(scope, id, around, signal));
    return (near ?? (await archive?.event(scope, id, undefined, signal)))?.event;
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}

/** A link's time narrows the look-up; a wrong one must not hide the event, so then all of the 90 days are asked. */
async function lookUp(
  target: Target,
  id: EventId,
  time: EpochMs | undefined,
  { source, now }: SearchParts,
  signal: AbortSignal,
): Promise<TrailEvent | undefined> {
  const attribute = { key: 'EventId', value: id } as const;
  const oldest = edgeOf(now());
  const newest = moved(now(), DAY_MS);
  const windows: Pick<Question, 'from' | 'to'>[] = [{ from: oldest, to: newest }];
  if (time !== undefined && time + DAY_MS > oldest)
    windows.unshift({
      from: latest(oldest, moved(time, -DAY_MS)),
      to: moved(time, DAY_MS),
    });
  for (const window of windows) {
    for await (const page of source.pages(target, { attribute, ...window }, { signal })) {
      const found = page.found.find(({ event }) => event.eventId === id);
      if (found !== undefined) return found.event;
    }
  }
  return undefined;
}

const whole = (event: TrailEvent): WholeEvent => ({
  row: rowOf(event),
  record: event.raw,
  resources: event.envelope.resources.map(({ type, name }) => ({
    ...(type === undefined ? {} : { type }),
    ...(name === undefined ? {} : { name }),
  })),
});

function notFound(at: EventAddress, now: EpochMs): ProblemError {
  const oldest = now - eventLimits.days * DAY_MS;
  const age =
    at.time !== undefined && at.time < oldest
      ? `The link's time, ${printTime(at.time)}, is more than ${eventLimits.days} days ago: event history goes no further back, and the archive does not hold it.`
      : `It may be older than ${eventLimits.days} days, younger than a few minutes, or of another account or Region.`;
  return new ProblemError(
    problem(
      'not-found',
      `AWS has no event ${at.eventId} in account ${at.account} in ${at.region}. ${age}`,
      { account: at.account, region: at.region },
    ),
  );
}
