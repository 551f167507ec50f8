import type { Logger } from 'pino';
import { ArchiveError } from '../archive-error.ts';
import type { Place } from '../protocol/protocol.ts';

/** What happened to the archive's file, in words, once each: for the log, and for every page. */
export class ArchiveNotices {
  readonly #told = new Set<string>();

  constructor(
    private readonly place: Place,
    private readonly log: Logger,
  ) {}

  get all(): readonly string[] {
    return [...this.#told];
  }

  add(notices: readonly string[]): void {
    for (const notice of notices) {
      if (this.#told.has(notice)) continue;
      this.#told.add(notice);
      this.log.error(notice);
    }
  }

  /** What was told was of a file that is in use no more. */
  forget(): void {
    this.#told.clear();
  }

  /** A question that failed: the database finds damage within its file when it reads there. */
  met(error: unknown): void {
    if (this.place.kind !== 'folder' || !(error instanceof ArchiveError)) return;
    if (!/checksum|corrupt/i.test(error.message)) return;
    this.add([
      `Part of the event archive in ${this.place.folder} is damaged. What lies there is asked of AWS again, the rest stays in use, and nothing was changed. A new archive can be begun on the page Archive.`,
    ]);
  }
}
