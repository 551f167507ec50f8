import { type Client, eventLimits, type EventRow, type Frame, type Search } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { oncePerFrame, type Schedule } from '../../ui/frames.ts';
import { mergeRows } from './merge.ts';
import { sortNews } from './news.ts';
import { rowsSince } from './order.ts';
import {
  completeTo,
  mergeProblem,
  mergeScopes,
  onlyFailuresRemain,
  withoutSolved,
} from './progress.ts';
import { type Question, sameEvents, sameQuestion, searchAt } from './question.ts';
import { type Reading, startReading } from './reading.ts';
import { nothingAsked, type Results } from './results.ts';

export interface ResultsStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => Results;
  /**
   * Asks; the same question again changes nothing.
   * @param now the server's clock, kept for `refresh`
   */
  readonly show: (question: Question, now: () => EpochMs) => void;
  /** Asks the same again, now. Rows stay and new ones are merged in, as events never change. */
  readonly refresh: () => void;
  /** Reads the next rows when the phase is `more`. */
  readonly loadMore: () => void;
  /** Reads on until everything is read. */
  readonly readAll: () => void;
  readonly stop: () => void;
  /** Takes in matching events that were read beside it; further back than it has read, they come in their turn. */
  readonly add: (rows: readonly EventRow[]) => void;
  /** Goes on after `stop` or a failure. */
  readonly resume: () => void;
  /**
   * Takes in events that came by themselves.
   * @param to ISO: nothing up to then is missing, so the question's time now reaches there
   */
  readonly news: (events: readonly EventRow[], to?: string) => void;
  /** Cancels and forgets. */
  readonly close: () => void;
}

/** One search at a time and its one sorted list. Listeners hear of changes at most once per frame. */
export function createResults(
  client: Pick<Client, 'events'>,
  schedule: Schedule = oncePerFrame,
): ResultsStore {
  const listeners = new Set<() => void>();
  let told: Results = nothingAsked;
  /** What listeners will be told next, without `pending`. */
  let draft: Results = told;
  let pending: EventRow[] = [];
  let news: readonly EventRow[] = [];
  let search: Search | undefined;
  let reading: Reading | undefined;
  let unschedule: (() => void) | undefined;
  let untilAllIsRead = false;
  /** Rows still to come again, as they lack the values of a path that became a column. */
  let again = 0;
  let clock = (): EpochMs => Date.now() as EpochMs;

  const tell = (): void => {
    unschedule?.();
    unschedule = undefined;
    draft = { ...draft, rows: mergeRows(draft.rows, pending) };
    pending = [];
    const { ripe, early } = sortNews(news, draft);
    draft = { ...draft, rows: mergeRows(draft.rows, ripe) };
    news = early;
    told = draft;
    for (const listener of listeners) listener();
  };
  const change = (news: Partial<Results>): void => {
    draft = { ...draft, ...news };
    unschedule ??= schedule(tell);
  };
  /** The first word on a new question takes away what answered the one before. */
  const answered = (): void => {
    if (draft.stale) draft = { ...draft, rows: [], stale: false };
  };

  const hear = (frame: Frame, before: Results['scopes'], cursor: string | undefined): void => {
    switch (frame.type) {
      case 'plan':
        if (cursor !== undefined) return;
        return change({
          plan: frame.plan,
          scopes: [],
          ...(!draft.stale && { rows: rowsSince(draft.rows, frame.plan.from) }),
        });
      case 'rows':
        answered();
        again -= frame.events.length;
        for (const row of frame.events) pending.push(row);
        return change({});
      case 'progress':
        return change({
          scopes: mergeScopes(draft.scopes, frame.scopes, before),
          problems: withoutSolved(draft.problems, frame.scopes),
          next: frame.next ?? draft.next,
        });
      case 'problem':
        return change({ problems: mergeProblem(draft.problems, frame.problem) });
      case 'end': {
        answered();
        if (frame.complete) return change({ phase: 'complete', next: undefined });
        if (frame.next === undefined && draft.scopes.some(({ state }) => state === 'partial'))
          return change({ phase: 'partial', next: undefined });
        const stuck = frame.next === undefined || onlyFailuresRemain(draft.scopes);
        change({ phase: stuck ? 'failed' : 'more', next: frame.next });
        // A server that does not move must not be asked for ever.
        if (!stuck && (untilAllIsRead || again > 0) && frame.next !== cursor) ask(frame.next);
      }
    }
  };

  const ask = (cursor?: string): void => {
    if (!search) return;
    reading?.cancel();
    const before = cursor === undefined ? [] : draft.scopes;
    change({ phase: 'reading', failure: undefined, next: cursor });
    // The first rows come soonest with few; whoever wants everything asks in large steps.
    const large = again > eventLimits.rows || (untilAllIsRead && cursor !== undefined);
    const asked = {
      ...search,
      ...(large && { limit: eventLimits.maxRows }),
      ...(cursor !== undefined && { cursor }),
    };
    reading = startReading(client, asked, {
      frame: (frame) => hear(frame, before, cursor),
      failure: (failure) => {
        answered();
        change({ phase: 'failed', failure });
      },
    });
  };
  const askNow = (question: Question): void => {
    search = searchAt(question, clock());
    untilAllIsRead = false;
    again = 0;
    ask();
  };

  /** The same events of the same time, read once more for what their rows lack; the list stays where it is. */
  const askForPaths = (question: Question, { from, to }: Search): void => {
    search = { ...searchAt(question, clock()), from, to: draft.plan?.to ?? to };
    again = draft.rows.length;
    change({ question });
    ask();
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => told,
    show: (question, now) => {
      clock = now;
      if (draft.question && sameQuestion(draft.question, question)) return;
      tell();
      if (draft.question && search && !draft.stale && sameEvents(draft.question, question)) {
        askForPaths(question, search);
        return;
      }
      news = [];
      draft = { ...nothingAsked, question, rows: draft.rows, stale: draft.rows.length > 0 };
      askNow(question);
      tell();
    },
    refresh: () => {
      if (draft.question) askNow(draft.question);
    },
    loadMore: () => {
      if (draft.phase === 'more') ask(draft.next);
    },
    readAll: () => {
      untilAllIsRead = true;
      if (draft.phase === 'more' || draft.phase === 'stopped') ask(draft.next);
    },
    add: (rows) => {
      const final = completeTo(draft.scopes, draft.plan);
      if (final === undefined || draft.stale) return;
      for (const row of rows) if (Date.parse(row.eventTime) >= Date.parse(final)) pending.push(row);
      change({});
    },
    stop: () => {
      if (draft.phase !== 'reading') return;
      reading?.cancel();
      untilAllIsRead = false;
      answered();
      change({ phase: 'stopped' });
    },
    resume: () => {
      if (draft.phase !== 'stopped' && draft.phase !== 'failed') return;
      if (draft.next !== undefined) ask(draft.next);
      else if (draft.question) askNow(draft.question);
    },
    news: (events, to) => {
      const { plan, question } = draft;
      if (!question) return;
      news = [...news, ...events];
      const on = plan && to !== undefined && Date.parse(to) > Date.parse(plan.to);
      if (on) change({ plan: { ...plan, to } });
      else if (events.length > 0) change({});
    },
    close: () => {
      reading?.cancel();
      unschedule?.();
      unschedule = undefined;
      pending = [];
      news = [];
      draft = nothingAsked;
      told = nothingAsked;
    },
  };
}
