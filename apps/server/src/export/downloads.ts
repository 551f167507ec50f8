import { randomBytes } from 'node:crypto';
import { type Download as Shown, problem, ProblemError } from '@trailglass/api';
import { Download, type DownloadParts, type DownloadRequest } from './download.ts';

/** Each reads as fast as it is taken; more would only slow each other. */
const RUNNING = 4;
/** Between asking and fetching lies one click that the page makes itself. */
const TICKET_MS = 60_000;
/** How long one that has ended can still be asked about. */
const KEPT_MS = 10 * 60_000;
/** All of them, ended ones included. */
const MOST = 64;

interface Entry {
  readonly download: Download;
  /** Absent once it was used. */
  ticket: string | undefined;
  /** Milliseconds, monotonic: when the ticket, or the memory of it, ends. */
  until: number;
}

/** The downloads of this server: asked for, fetched once by a ticket, looked at, cancelled. */
export class Downloads {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly parts: DownloadParts,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Throws what is wrong with the request, and too-many-requests. */
  create(request: DownloadRequest): { id: string; ticket: string; fileName: string } {
    this.#forget();
    const busy = [...this.#entries.values()].filter(({ download }) => !download.ended).length;
    if (busy >= RUNNING)
      throw new ProblemError(
        problem(
          'too-many-requests',
          `${busy} downloads run already. Wait for one of them or cancel it.`,
          { retryAfterMs: 5_000 },
        ),
      );
    const download = new Download(request, this.parts);
    const ticket = randomBytes(24).toString('base64url');
    this.#entries.set(download.id, { download, ticket, until: this.clock() + TICKET_MS });
    return { id: download.id, ticket, fileName: download.fileName };
  }

  /** The file of a ticket, which is worth nothing from now on. Throws not-found. */
  fetch(ticket: string): Pick<Download, 'fileName' | 'mediaType' | 'bytes'> {
    this.#forget();
    for (const entry of this.#entries.values()) {
      if (entry.ticket !== ticket || entry.download.ended) continue;
      entry.ticket = undefined;
      entry.until = Infinity;
      return entry.download;
    }
    throw new ProblemError(
      problem('not-found', 'This file was fetched already or is gone. Download it again.'),
    );
  }

  /** Throws not-found. */
  shown(id: string): Shown {
    return this.#find(id).shown();
  }

  /** Throws not-found. */
  cancel(id: string): Shown {
    const download = this.#find(id);
    download.cancel();
    return download.shown();
  }

  /** Ends them all. */
  close(): void {
    for (const { download } of this.#entries.values()) download.cancel();
  }

  #find(id: string): Download {
    this.#forget();
    const entry = this.#entries.get(id);
    if (entry) return entry.download;
    throw new ProblemError(problem('not-found', 'That download is not known here any more.'));
  }

  #forget(): void {
    const now = this.clock();
    for (const [id, entry] of this.#entries) {
      if (entry.until === Infinity && entry.download.ended) entry.until = now + KEPT_MS;
      if (now >= entry.until || (entry.download.ended && this.#entries.size > MOST))
        this.#entries.delete(id);
      if (now >= entry.until) entry.download.cancel();
    }
  }
}
