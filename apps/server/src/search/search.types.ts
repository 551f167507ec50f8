import type { Problem } from '@trailglass/api';
import type { Found, Page, Place, Question, ScanOptions } from '../lookup/question.types.ts';

export interface ReadOptions extends ScanOptions {
  /** Rows that are wanted of all scopes together. */
  readonly limit: number;
  /** Something failed that the reading goes on without. */
  readonly onProblem: (problem: Problem) => void;
}

/** A page, looked up or from the archive. */
export interface ReadPage extends Page {
  /** Events looked through, where they are more than those found. */
  readonly examined?: number;
  /** Of the window, in event time: what AWS still has to be asked for below this page. */
  readonly toLookUpMs?: number;
}
/** Events that are known to match before anything newer has been read; they come again in their place. */
export interface EarlyRows {
  readonly early: readonly Found[];
}
export type Read = ReadPage | EarlyRows;

/** One scope's window, newest first, wherever its events come from. */
export interface PageSource {
  pages(place: Place, question: Question, options: ReadOptions): AsyncIterable<Read>;
}

/** One account in one Region as the search names it: the account's id, or its name until that is known. */
export interface Target extends Place {
  readonly label: { readonly account: string; readonly region: string };
}
