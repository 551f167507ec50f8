import type { Problem } from '@trailglass/api';
import type { EpochMs, Scope } from '@trailglass/record';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { Followers } from '../follow/followers.ts';
import type { Turns } from '../waiting/turns.ts';
import type { LookupSource } from '../reading/kept-pages.ts';

/** The look-up, which also knows when AWS last answered. */
export interface AnsweringSource extends LookupSource {
  /** @param account its number */
  answeredAt(account: string, region: string): EpochMs | undefined;
}

/** What one scope's keeper needs. */
export interface ScopeParts {
  readonly archive: Archive;
  readonly source: AnsweringSource;
  readonly followers: Pick<Followers, 'follow'>;
  readonly now: () => EpochMs;
  /** Scopes that are looked up at once. */
  readonly turns: Turns;
  /** Milliseconds until a scope that has failed so often in a row is tried again. */
  readonly retryMs: (failures: number) => number;
  /** Milliseconds between two looks at what is due. */
  readonly checkMs: number;
  readonly log: Logger;
}

/** What a scope does in its turn. */
export interface Slice {
  readonly scope: Scope;
  readonly signal: AbortSignal;
  /** After each page. */
  readonly onPage: () => void;
  /** A call failed and is made again. */
  readonly onWaiting: (problem: Problem) => void;
}
