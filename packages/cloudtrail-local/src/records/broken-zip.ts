/** A ZIP that is not read, or not further; the message follows "cannot be read: ". */
export class BrokenZip extends Error {}

/** Names within a ZIP are anybody's: no line break, no control of a terminal. */
export const shown = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').slice(0, 200);
