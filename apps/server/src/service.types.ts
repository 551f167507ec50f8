import type {
  About,
  Archive,
  Counts,
  Coverage,
  Difference,
  Emptiness,
  Facets,
  Frame,
  Groups,
  Histogram,
  Keeping,
  LiveFrame,
  Members,
  Novelty,
  Older,
  Begun,
  VerifyFrame,
  OriginFound,
  SessionTree,
  WholeEvent,
} from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { LiveRequest } from './follow/live.ts';
import type { EventAddress, SearchRequest } from './search/search.types.ts';
import type { SessionStart } from './sessions/session-trees.ts';
import type { EventAsked } from './novelty/novelties.ts';
import type { Policies } from './policy/policies.ts';
import type { Notes } from './notes/notes.ts';
import type { Views } from './views/views.ts';
import type { Downloads } from './export/downloads.ts';
import type {
  FacetsRequest,
  FigureRequest,
  HistogramRequest,
  MembersRequest,
} from './figures/figures.types.ts';
import type { DifferenceRequest } from './difference/differences.ts';
import type { GroupsRequest } from './groups/groups.types.ts';

/** What is looked after in the archive. */
export interface UpkeepService {
  /** Throws while nothing can be asked of the archive. */
  ready(): Promise<void>;
  /** What lies before a moment. */
  older(before: EpochMs, signal: AbortSignal): Promise<Older>;
  /** Deletes it, if it is as many events as that. */
  forget(before: EpochMs, events: number): Promise<{ readonly events: number }>;
  /** Sets what is kept aside and begins anew. */
  begin(): Promise<Begun>;
  verify(signal: AbortSignal): AsyncIterable<VerifyFrame>;
}

/** What the HTTP side asks of everything behind it. A failure that is the whole answer is thrown as ProblemError. */
export interface Service {
  about(options: { readonly check: boolean }): Promise<About>;
  /** Throws before the first frame when the request itself is wrong; afterwards failures are problem frames. */
  search(request: SearchRequest, signal: AbortSignal): AsyncIterable<Frame>;
  /** Throws before the first frame like a search; has no end but the signal's. */
  live(request: LiveRequest, signal: AbortSignal): AsyncIterable<LiveFrame>;
  event(at: EventAddress, signal: AbortSignal): Promise<WholeEvent>;
  /** Counts of what the archive holds. What they count, and what else they say, is in the contract. */
  histogram(request: HistogramRequest, signal: AbortSignal): Promise<Histogram>;
  facets(request: FacetsRequest, signal: AbortSignal): Promise<Facets>;
  /** At most as many questions as the contract allows. */
  counts(questions: readonly FigureRequest[], signal: AbortSignal): Promise<Counts>;
  /** What stands below a path in the newest events. */
  members(request: MembersRequest, signal: AbortSignal): Promise<Members>;
  coverage(request: FigureRequest, signal: AbortSignal): Promise<Coverage>;
  /** Events by one or two of their values. */
  groups(request: GroupsRequest, signal: AbortSignal): Promise<Groups>;
  emptiness(request: FigureRequest, signal: AbortSignal): Promise<Emptiness>;
  archive(signal: AbortSignal): Promise<Archive>;
  /** Who handed which key to whom, around a key or an event. */
  sessionTree(start: SessionStart, signal: AbortSignal): Promise<SessionTree>;
  /** @param account by id or by name */
  findOrigin(key: string, account: string, signal: AbortSignal): Promise<OriginFound>;
  /** What is different about some of the events of a question. */
  difference(request: DifferenceRequest, signal: AbortSignal): Promise<Difference>;
  /** What is new or rare in each of these events. */
  novelty(events: readonly EventAsked[], signal: AbortSignal): Promise<readonly Novelty[]>;
  /** Background reading, of every scope that there is. */
  keeping(): Promise<Keeping>;
  /** @param scopes `account:region`, the account by id or by name */
  keep(scopes: readonly string[], keep: boolean): Promise<Keeping>;
  pauseKeeping(paused: boolean): Promise<Keeping>;
  readonly upkeep: UpkeepService;
  readonly views: Pick<Views, 'all' | 'save' | 'delete'>;
  /** Bookmarks and notes on events. */
  readonly notes: Pick<Notes, 'all' | 'save' | 'takeIn'>;
  /** The least IAM policy that allows what events did. */
  readonly policies: Pick<Policies, 'ofSearch' | 'ofEvents'>;
  /** Whole searches as files. */
  readonly downloads: Pick<Downloads, 'create' | 'fetch' | 'shown' | 'cancel'>;
  close(): Promise<void>;
}
