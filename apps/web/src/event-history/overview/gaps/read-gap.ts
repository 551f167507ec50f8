import {
  type Client,
  eventLimits,
  type EventRow,
  type Frame,
  type ScopeProgress,
} from '@trailglass/api';
import { printTime, type EpochMs } from '@trailglass/record';
import {
  mergeProblem,
  mergeScopes,
  onlyFailuresRemain,
  withoutSolved,
} from '../../results/progress.ts';
import { brokenOff, problemOf } from '../../results/reading.ts';
import type { Question } from '../../results/question.ts';
import type { Gap } from '../../../coverage/gap.ts';
import type { GapReading } from '../../../coverage/gap-reading.ts';

export interface GapHeard {
  readonly tell: (now: GapReading) => void;
  readonly rows: (rows: readonly EventRow[]) => void;
}

/** Reads a gap to its end, however many answers that takes. Never throws; after an abort it is `stopped`. */
export async function readGap(
  client: Pick<Client, 'events'>,
  { q, paths = [], gap }: Pick<Question, 'q' | 'paths'> & { readonly gap: Gap },
  { tell, rows }: GapHeard,
  signal: AbortSignal,
): Promise<void> {
  const search = {
    q,
    scopes: gap.scopes,
    from: printTime(gap.start as EpochMs),
    to: printTime((gap.end - 1000) as EpochMs),
    limit: eventLimits.maxRows,
    columns: paths,
  };
  let now: GapReading = { gap, state: 'reading', scopes: [], found: 0, problems: [] };
  const change = (news: Partial<GapReading>): void => {
    now = { ...now, ...news };
    tell(now);
  };
  const hear = (frame: Frame, before: readonly ScopeProgress[]): void => {
    if (frame.type === 'rows') {
      rows(frame.events);
      change({ found: now.found + frame.events.length });
    } else if (frame.type === 'progress') {
      const scopes = mergeScopes(now.scopes, frame.scopes, before);
      change({ scopes, problems: withoutSolved(now.problems, frame.scopes) });
    } else if (frame.type === 'problem')
      change({ problems: mergeProblem(now.problems, frame.problem) });
  };

  let cursor: string | undefined;
  try {
    for (;;) {
      const before = now.scopes;
      let end: Extract<Frame, { type: 'end' }> | undefined;
      const asked = cursor === undefined ? search : { ...search, cursor };
      for await (const frame of client.events(asked, signal)) {
        if (signal.aborted) break;
        hear(frame, before);
        if (frame.type === 'end') end = frame;
      }
      if (signal.aborted) return change({ state: 'stopped' });
      if (!end) return change({ state: 'failed', problems: [brokenOff] });
      if (end.complete) return change({ state: 'done', problems: [] });
      // A server that does not move must not be asked for ever.
      const stuck = end.next === undefined || end.next === cursor;
      if (stuck || onlyFailuresRemain(now.scopes)) return change({ state: 'failed' });
      cursor = end.next;
    }
  } catch (error) {
    change(
      signal.aborted ? { state: 'stopped' } : { state: 'failed', problems: [problemOf(error)] },
    );
  }
}
