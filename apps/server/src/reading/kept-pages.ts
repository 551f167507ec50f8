import { earliest, type EpochMs, moved, msOf, type Scope, secondOf } from '@trailglass/record';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Archive } from '../archive/archive.ts';
import type { Claim } from '../archive/coverage.ts';
import { kindOf } from '../archive/protocol/protocol.ts';
import type { Page, Place, Question, ScanOptions } from '../lookup/question.types.ts';
import { Claims, listedBy } from './claims.ts';
import { edgeOf } from './edge.ts';

/** What reading needs of the look-up. */
export interface LookupSource {
  pages(place: Place, question: Question, options: ScanOptions): AsyncIterable<Page>;
}

export interface KeepingParts {
  readonly aws: LookupSource;
  readonly archive: Archive;
  readonly now: () => EpochMs;
}

export interface KeptOptions extends ScanOptions {
  /** The archive has failed: this page is not kept, and the reading goes on. */
  readonly onUnkept: (error: ArchiveError) => void;
  /** Events that were kept before need not be written again. */
  readonly isKept?: (eventId: string) => boolean;
  /** What pages prove is known for this run only: for who asks so often that the proofs would fill a table. */
  readonly passing?: boolean;
}

export interface KeptPage extends Page {
  /** All of its events are in the archive. */
  readonly kept: boolean;
}

/** Pages of a look-up, each written to the archive, with what it completes, before it is handed on. */
export async function* keptPages(
  { aws, archive, now }: KeepingParts,
  { place, scope, question }: { place: Place; scope: Scope; question: Question },
  options: KeptOptions,
): AsyncGenerator<KeptPage> {
  const { isKept, onUnkept, passing } = options;
  const claims = new Claims({ from: secondOf(question.from), to: secondOf(question.to) });
  const kind = kindOf(question.attribute);
  // A page completes the second in which the one before it ended, part of which that one has written.
  let life = archive.life();
  const keep = async (page: Page, claim: Claim | undefined): Promise<boolean> => {
    const events = page.found.filter(
      ({ event, outside }) => outside !== true && isKept?.(event.eventId) !== true,
    );
    if (events.length === 0 && claim === undefined) return true;
    try {
      await archive.write(scope, events, claim && { ...claim, kind, passing }, life);
      return true;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      onUnkept(error);
      return false;
    }
  };
  let started = performance.now();
  let asked = now();
  for await (const page of aws.pages(place, question, options)) {
    // By both clocks: the answer may have corrected the one, and a machine that slept has stopped the other.
    const elapsed = performance.now() - started;
    const fetchedAt = earliest(secondOf(asked), secondOf(moved(now(), -elapsed)));
    if (life !== archive.life()) claims.lost();
    life = archive.life();
    const span = listedBy(claims.of(page), secondOf(edgeOf(msOf(fetchedAt))));
    const kept = await keep(page, span && { ...span, fetchedAt });
    claims.took(page, kept);
    yield { ...page, kept };
    started = performance.now();
    asked = now();
  }
}
