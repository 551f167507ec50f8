import type { ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import styles from './cells.module.css';

/** Characters of an id, ARN or address that stay in view at its end. */
const tailLength = 12;
/** A cell never needs more; the copy and the drawer have all of it. */
const most = 300;

const ordinary = /^[\x20-\x7e]*$/;

/** Nearly every text is plain ASCII, and then it is the text itself: cells are drawn by the hundred while scrolling. */
export const plainText = (text: string): ReactNode =>
  text.length <= most && ordinary.test(text) ? (
    text
  ) : (
    <SafeText text={text} limit={most} expandable={false} />
  );

/** A long id as its two ends: the middle gives way to the column's width, and copying still takes all of it. */
export function middleCut(text: string): ReactNode {
  if (text.length <= tailLength + 4) return plainText(text);
  const shown = text.length > most ? `${text.slice(0, most)}…${text.slice(-tailLength)}` : text;
  return (
    <span className={styles.cut}>
      <span className={styles.head}>{plainText(shown.slice(0, -tailLength))}</span>
      <span>{plainText(shown.slice(-tailLength))}</span>
    </span>
  );
}

/** `ec2.amazonaws.com` with what every service shares set back. */
export function sourceName(text: string): ReactNode {
  const shared = '.amazonaws.com';
  if (!text.endsWith(shared)) return plainText(text);
  return (
    <>
      {plainText(text.slice(0, -shared.length))}
      <span className={styles.quiet}>{shared}</span>
    </>
  );
}
