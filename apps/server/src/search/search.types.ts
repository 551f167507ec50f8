import type { Problem } from '@trailglass/api';
import type { Filter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import type { Page, Place, Question, ScanOptions } from '../lookup/question.types.ts';
import type { Stretches } from './source/stretches.ts';

export interface SearchRequest {
  readonly filter: Filter;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** `account:region`, the account by id or by name. */
  readonly scopes: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
  /** Paths into the record, as filters write them; rows carry their values. */
  readonly columns?: readonly string[];
}

/** Where an event is; its time narrows the look-up. */
export interface EventAddress {
  readonly account: string;
  readonly region: string;
  readonly eventId: string;
  readonly time?: EpochMs;
}

export interface ReadOptions extends ScanOptions {
  /** Rows that are wanted of all scopes together. */
  readonly limit: number;
  /** Something failed that the reading goes on without. */
  readonly onProblem: (problem: Problem) => void;
  /** Everything is wanted, and no row before the others: the archive is read by these, and `limit` is AWS's. */
  readonly stretches?: Stretches;
}

/** A page, looked up or from the archive. */
export interface ReadPage extends Page {
  /** Events looked through, where they are more than those found. */
  readonly examined?: number;
  /** Of the window, in event time: what AWS still has to be asked for below this page. */
  readonly toLookUpMs?: number;
  /** Something in or below this page is missing and AWS no longer has it; the newest of it is older than this. */
  readonly unread?: EpochMs;
}
/** What comes next has to be asked of AWS, which takes a while and may fail. */
export interface Gap {
  readonly gap: true;
}
export type Read = ReadPage | Gap;

/** One scope's window, newest first, wherever its events come from. */
export interface PageSource {
  pages(place: Place, question: Question, options: ReadOptions): AsyncIterable<Read>;
  /** Of the window, what is known without AWS, complete or not. Never throws but for an abort. */
  known(place: Place, question: Question, options: ReadOptions): AsyncIterable<ReadPage>;
}

/** One account in one Region as the search names it: the account's id, or its name until that is known. */
export interface Target extends Place {
  readonly label: { readonly account: string; readonly region: string };
}
