import type { WholeEvent } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { EventAddress } from '../search/search.types.ts';

export interface NoteRequest extends EventAddress {
  readonly bookmarked: boolean;
  readonly text: string;
  /** Of the note that is changed; absent where there was none. */
  readonly version?: string | undefined;
}

export interface NotesParts {
  /** Absent where nothing is kept. */
  readonly archive: Pick<Archive, 'notes' | 'keepNote' | 'dropNote'> | undefined;
  readonly find: (at: EventAddress, signal: AbortSignal) => Promise<WholeEvent>;
  readonly now: () => EpochMs;
}
