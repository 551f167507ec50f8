import type { ChildProcess } from 'node:child_process';
import type { EpochSecond, Scope, TrailEvent } from '@trailglass/record';
import type { Logger } from 'pino';
import type { Filter } from '@trailglass/query';
import { ArchiveError } from './archive-error.ts';
import { type ArchiveUpkeep, upkeepOf } from './archive-upkeep.ts';
import type { Claim, Coverage, Span } from './coverage.ts';
import { Deletions } from './deletions.ts';
import type { DifferenceAsked, DifferenceFound } from './protocol/difference.ts';
import type { EmptinessAsked } from './protocol/emptiness.ts';
import type {
  Counted,
  CountsAsked,
  CountsFound,
  FacetsAsked,
  HistogramAsked,
  TooMany,
} from './protocol/figures.ts';
import type { GroupsAsked, GroupsFound } from './protocol/groups.ts';
import type { KeyUse } from './protocol/handover.ts';
import type { Kept } from './protocol/keeping.ts';
import type { Before, NoveltySubject, Seen } from './protocol/novelty.ts';
import type { Answer, Place, Request } from './protocol/protocol.ts';
import { RecentlyRevived } from './recently-revived.ts';
import { lateOrNow } from './late-event.ts';
import { fromStored, toStored, type Listed, type StoredEvent } from './stored-event.ts';
import type { NotePlace, StoredNote } from './protocol/notes.ts';
import type { StoredView } from './protocol/views.ts';
import { StoreProcess } from './process/store-process.ts';

/** The place after which reading goes on. */
export type Below = NonNullable<Answer<'read'>['below']>;

export interface ArchiveRead extends Span {
  readonly filter: Filter;
  readonly limit: number;
  readonly below?: Below | undefined;
  /** The same for all scopes of one list: they are read together. */
  readonly search?: string | undefined;
  /** Everything of a short window, for a file; `limit` says nothing then. */
  readonly whole?: boolean | undefined;
}

/** Events that match, newest first, and how far that went; without `below` to the window's end. */
export interface Slice {
  readonly found: readonly Listed[];
  readonly examined: number;
  readonly below?: Below | undefined;
}

type Remembered = Answer<'callers'>['callers'][number];
type Asked<Op extends Request['op']> = Omit<Extract<Request, { op: Op }>, 'op'>;

/** What was done with a key. */
export interface KeyUsed extends Omit<KeyUse, 'oldest'> {
  readonly oldest: TrailEvent;
}

/** What events complete, of everything or of one attribute. */
export interface Written extends Claim {
  readonly kind: string;
  readonly passing?: boolean | undefined;
}

/** What was read from AWS, kept. Every method throws ArchiveError when the store cannot answer. */
export interface Archive {
  /**
   * Events, and with them what they complete: for everything, or for one attribute.
   * @param life refused when what was written in it may have gone, for a claim that rests on that
   */
  write(scope: Scope, events: readonly Listed[], claim?: Written, life?: number): Promise<void>;
  /** Another number each time that what was written may have gone: the store was started again, events were deleted. */
  life(): number;
  /**
   * The same number at two moments: nothing that was there at the first was missing in between. Undefined while
   * something is being deleted.
   */
  unbroken(): number | undefined;
  /** What is known of a window for any of these kinds. */
  coverage(scope: Scope, kinds: readonly string[], window: Span): Promise<Coverage>;
  read(scope: Scope, read: ArchiveRead, signal: AbortSignal): Promise<Slice>;
  event(
    scope: Scope,
    eventId: string,
    window: Span | undefined,
    signal: AbortSignal,
  ): Promise<Listed | undefined>;
  summary(): Promise<Answer<'summary'>>;
  /** How many events match over time; from what is there, read whole or not. */
  histogram(asked: HistogramAsked, signal: AbortSignal): Promise<Counted<'histogram'>>;
  /** The most frequent values of the matching events; from what is there, read whole or not. */
  facets(asked: FacetsAsked, signal: AbortSignal): Promise<Counted<'facets'>>;
  /** How many events match each question, all at one moment; from what is there, read whole or not. */
  counts(asked: CountsAsked, signal: AbortSignal): Promise<CountsFound>;
  /** The matching events by their values; from what is there, read whole or not. */
  groups(asked: GroupsAsked, signal: AbortSignal): Promise<GroupsFound | TooMany>;
  /** Why nothing matches; what could not be found in time is absent. */
  emptiness(asked: EmptinessAsked, signal: AbortSignal): Promise<Answer<'emptiness'>>;
  /** Calls that may have handed out keys, in any scope: who did is in their records. */
  handouts(asked: Asked<'handouts'>, signal: AbortSignal): Promise<readonly TrailEvent[]>;
  signIns(asked: Asked<'sign-ins'>, signal: AbortSignal): Promise<readonly TrailEvent[]>;
  /** Of the keys that were used at all, in any scope. */
  keyUses(asked: Asked<'key-uses'>, signal: AbortSignal): Promise<readonly KeyUsed[]>;
  /** How often values stand in some of the matching events, and in the others. */
  difference(asked: DifferenceAsked, signal: AbortSignal): Promise<DifferenceFound | TooMany>;
  /** What events are to be compared by; not those of AWS services, nor what is not kept. */
  noveltySubjects(
    asked: Asked<'novelty-subjects'>,
    signal: AbortSignal,
  ): Promise<readonly NoveltySubject[]>;
  /** What principals did within windows, in any scope; in the order of the question. */
  seenBefore(asked: readonly Before[], signal: AbortSignal): Promise<readonly Seen[]>;
  /** What is kept of each scope. */
  contents(signal: AbortSignal): Promise<Answer<'contents'>>;
  /** Who the configured accounts were when their credentials last worked, and when AWS last answered for each. */
  callers(): Promise<Answer<'callers'>>;
  remember(caller: Remembered): Promise<void>;
  /** What is remembered about background reading. */
  kept(): Promise<Answer<'kept'>>;
  /** Replaces what is remembered of these scopes, all or none of it. */
  keep(scopes: readonly Kept[], paused?: boolean): Promise<void>;
  /** Saved views, in order. */
  views(): Promise<Answer<'views'>>;
  /** Replaces them, all or none. */
  keepViews(views: readonly StoredView[]): Promise<void>;
  /** Bookmarks and notes, of the newest event first. */
  notes(): Promise<Answer<'notes'>>;
  keepNote(note: StoredNote): Promise<void>;
  dropNote(place: NotePlace): Promise<void>;
  /** What keeps it in order. */
  readonly upkeep: ArchiveUpkeep;
  readonly place: Place;
  /** Days after which events are deleted by themselves; absent: never. */
  readonly keepDays?: number | undefined;
  /** What happened to its file since the start, in words. */
  notices(): readonly string[];
  /** The second before which nothing is kept, where there is one. */
  keptFrom(): EpochSecond | undefined;
  close(): Promise<void>;
}

/** What has to be known before it can be used. */
export interface ArchiveOptions {
  /** The store's program, built. */
  readonly script: string;
  readonly place: Place;
  readonly log: Logger;
  readonly keepDays?: number | undefined;
  /** The store's program, already started and told nothing yet. */
  readonly early?: ChildProcess | undefined;
}

/** Starts the store. Throws an Error that says why when the place is another server's, or cannot be used. */
export async function openArchive({
  script,
  place,
  log,
  keepDays,
  early,
}: ArchiveOptions): Promise<Archive & { readonly storePid: () => number | undefined }> {
  const store = new StoreProcess(script, place, log, early);
  const opened = await store.opened;
  if (opened.state === 'refused') {
    await store.close();
    throw new Error(opened.reason);
  }
  const recently = new RecentlyRevived();
  const deletions = new Deletions();
  const life = (): number => store.life + deletions.count;
  return {
    write: async (scope, events, claim, written) => {
      const request = { op: 'write', ...pick(scope), events: events.map(toStored), claim } as const;
      await store.ask(request, undefined, {
        check: () => {
          if (written !== undefined && written !== life())
            throw new ArchiveError('What was kept before this has gone.');
        },
      });
    },
    life,
    unbroken: () => (deletions.underway ? undefined : life()),
    coverage: (scope, kinds, window) =>
      store.ask({ op: 'coverage', ...pick(scope), kinds: [...kinds], window }),
    read: async (scope, read, signal) => {
      const { events, examined, below } = await store.ask(
        { op: 'read', ...pick(scope), ...read },
        signal,
      );
      // What is read for a file is not what somebody looks at next.
      const revive = read.whole === true ? lateOrNow : recently.revive.bind(recently);
      const found = events.map((event) => told(() => revive(event, scope)));
      return { found, examined, below };
    },
    event: async (scope, eventId, window, signal) => {
      const { event } = await store.ask({ op: 'event', ...pick(scope), eventId, window }, signal);
      return event && revived(event, scope);
    },
    summary: () => store.ask({ op: 'summary' }),
    histogram: (asked, signal) => store.ask({ op: 'histogram', ...asked }, signal),
    facets: (asked, signal) => store.ask({ op: 'facets', ...asked }, signal),
    counts: (asked, signal) => store.ask({ op: 'counts', ...asked }, signal),
    groups: (asked, signal) => store.ask({ op: 'groups', ...asked }, signal),
    emptiness: (asked, signal) => store.ask({ op: 'emptiness', ...asked }, signal),
    handouts: async (asked, signal) =>
      (await store.ask({ op: 'handouts', ...asked }, signal)).events.map(placed),
    signIns: async (asked, signal) =>
      (await store.ask({ op: 'sign-ins', ...asked }, signal)).events.map(placed),
    keyUses: async (asked, signal) => {
      const { uses } = await store.ask({ op: 'key-uses', ...asked }, signal);
      return uses.map((use) => ({ ...use, oldest: placed(use.oldest) }));
    },
    difference: (asked, signal) => store.ask({ op: 'difference', ...asked }, signal),
    noveltySubjects: async (asked, signal) =>
      (await store.ask({ op: 'novelty-subjects', ...asked }, signal)).subjects,
    seenBefore: async (asked, signal) =>
      (await store.ask({ op: 'seen-before', asked }, signal)).seen,
    contents: (signal) => store.ask({ op: 'contents' }, signal),
    callers: () => store.ask({ op: 'callers' }),
    remember: async (caller) => {
      await store.ask({ op: 'remember', ...caller });
    },
    kept: () => store.ask({ op: 'kept' }),
    keep: async (scopes, paused) => {
      await store.ask({ op: 'keep', scopes, paused });
    },
    views: () => store.ask({ op: 'views' }),
    keepViews: async (views) => {
      await store.ask({ op: 'keep-views', views });
    },
    notes: () => store.ask({ op: 'notes' }),
    keepNote: async (note) => {
      await store.ask({ op: 'keep-note', note });
    },
    dropNote: async ({ account, region, eventId }) => {
      await store.ask({ op: 'drop-note', account, region, eventId });
    },
    upkeep: upkeepOf(store, deletions),
    place,
    keepDays,
    // What deletes by the clock knows it; see retaining.
    keptFrom: () => undefined,
    notices: () => store.notices,
    close: () => store.close(),
    storePid: () => store.pid,
  };
}

/** What cannot be read any more is as good as not kept: AWS is asked. */
function told(revive: () => Listed): Listed {
  try {
    return revive();
  } catch (error) {
    throw new ArchiveError((error as Error).message, { cause: error });
  }
}

const revived = (stored: StoredEvent, scope: Scope): Listed =>
  told(() => fromStored(stored, scope));

const placed = ({ stored, ...scope }: KeyUse['oldest']): TrailEvent => revived(stored, scope).event;

const pick = ({ account, region }: Scope): Scope => ({ account, region });
