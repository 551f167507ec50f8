import { type Bounds, exactly } from './bounds.ts';
import { no, type Sql, sql } from './sql-text.ts';

const inexact = /[\p{Cs}\ufffd]/u;

/** Half a character is stored as U+FFFD, as UTF-8 cannot hold it: to find that one proves nothing. */
export const certain = (condition: Sql, text: string): Bounds =>
  inexact.test(text) ? { may: condition, must: no } : exactly(condition);

export const equals = (text: Sql, wanted: string): Bounds =>
  certain(sql`${text} = ${wanted}`, wanted);
