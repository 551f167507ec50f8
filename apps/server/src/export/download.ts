import { randomUUID } from 'node:crypto';
import {
  problem,
  ProblemError,
  type Download as Shown,
  type DownloadFormat,
  type Note,
  type Problem,
} from '@trailglass/api';
import { printTime, type TrailEvent } from '@trailglass/record';
import { fileName } from './file-name.ts';
import type { Format, Missing } from './format.types.ts';
import { formatOf, mediaTypes } from './formats.ts';
import { reportOf } from './report.ts';
import { NamedEvents, type NamedRequest } from './named-events.ts';
import { type Source, Walk, type WalkRequest } from './walk.ts';
import type { SearchParts } from '../search/search.ts';

/** Of a search, or of events by name. */
export type DownloadRequest = (WalkRequest | NamedRequest) & {
  readonly format: DownloadFormat;
  readonly columns?: readonly string[] | undefined;
};

export interface DownloadParts extends SearchParts {
  /** Of this program, for what is to be proved. */
  readonly version: string;
  /** What is written about events here. */
  readonly notes: () => Promise<readonly Note[]>;
}

/** One file, made while it is fetched, once. */
export class Download {
  readonly id = randomUUID();
  readonly fileName: string;
  readonly mediaType: string;
  state: Shown['state'] = 'waiting';
  #events = 0;
  #bytes = 0;
  #leftOut = 0;
  #manifest: string | undefined;
  /** What ended it in the middle. */
  #broken: Problem | undefined;
  readonly #source: Source;
  readonly #format: Format;
  readonly #cancelled = new AbortController();

  /** Throws what is wrong with the request. */
  constructor(
    { format, columns, ...request }: DownloadRequest,
    private readonly parts: DownloadParts,
  ) {
    this.#source = 'events' in request ? new NamedEvents(request, parts) : new Walk(request, parts);
    this.#format = formatOf(format, columns);
    const labels = this.#source.scopes.map(({ label }) => label);
    this.fileName = fileName(format, labels, this.#source.plan);
    this.mediaType = mediaTypes[format];
  }

  /** The file's bytes. Ends in the middle, by throwing, when it is cancelled or cannot be gone on with. */
  async *bytes(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    if (this.ended) return;
    this.state = 'running';
    const started = this.#now();
    const until = AbortSignal.any([signal, this.#cancelled.signal]);
    try {
      const what = {
        batches: this.#counted(until),
        missing: () => this.#missing(),
        report: () =>
          reportOf(this.#source, {
            version: this.parts.version,
            started,
            ended: this.#now(),
            problems: this.#problems,
          }),
        notes: this.parts.notes,
        leftOut: () => (this.#leftOut += 1),
        seal: (sha256: string) => (this.#manifest = sha256),
      };
      for await (const chunk of this.#format(what)) {
        until.throwIfAborted();
        this.#bytes += chunk.length;
        yield chunk;
      }
      this.state = this.#source.failed || this.#leftOut > 0 ? 'failed' : 'done';
    } catch (error) {
      if (until.aborted) throw until.reason;
      this.#broken = problem('internal', 'Making the file failed; it ends in the middle.');
      this.state = 'failed';
      throw error;
    } finally {
      if (this.state === 'running') this.state = 'cancelled';
    }
  }

  cancel(): void {
    if (this.ended) return;
    this.state = 'cancelled';
    this.#cancelled.abort(new ProblemError(problem('refused', 'The download was cancelled.')));
  }

  get ended(): boolean {
    return this.state !== 'waiting' && this.state !== 'running';
  }

  shown(): Shown {
    const { id, state } = this;
    return {
      id,
      fileName: this.fileName,
      state,
      ...(this.#source.named === undefined ? {} : { selected: this.#source.named }),
      events: this.#events,
      bytes: this.#bytes,
      ...(state === 'waiting' ? {} : { readTo: printTime(this.#source.wholeTo) }),
      ...(this.ended ? { complete: state === 'done' && this.#missing() === undefined } : {}),
      problems: [...this.#problems],
      ...(this.#manifest === undefined ? {} : { manifest: this.#manifest }),
    };
  }

  #now = (): string => printTime(this.parts.now());

  async *#counted(signal: AbortSignal): AsyncGenerator<readonly TrailEvent[]> {
    for await (const batch of this.#source.events(signal)) {
      yield batch;
      this.#events += batch.length;
    }
  }

  #missing(): Missing | undefined {
    const { complete, wholeTo } = this.#source;
    if (complete && this.#leftOut === 0) return undefined;
    return { completeFrom: printTime(wholeTo), problems: this.#problems };
  }

  get #problems(): readonly Problem[] {
    return [
      ...this.#source.problems,
      ...(this.#leftOut === 0 ? [] : [withoutRecord(this.#leftOut)]),
      ...(this.#broken ? [this.#broken] : []),
    ];
  }
}

const withoutRecord = (count: number): Problem =>
  problem(
    'upstream-invalid',
    `${count === 1 ? 'One event has' : `${count} events have`} no readable record and cannot be in ` +
      'this file; a CSV lists them.',
  );
