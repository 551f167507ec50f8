import type { Page, Place, Question, ScanOptions } from '../lookup/question.types.ts';

/** What a search needs of the look-up. */
export interface PageSource {
  pages(place: Place, question: Question, options: ScanOptions): AsyncIterable<Page>;
}

/** One account in one Region as the search names it: the account's id, or its name until that is known. */
export interface Target extends Place {
  readonly label: { readonly account: string; readonly region: string };
}
