import type { ReactNode } from 'react';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import styles from './cells.module.css';

/** Characters of an id, ARN or address that stay in view at its end. */
const tailLength = 12;
/** A cell never needs more; the copy and the drawer have all of it. */
const most = 300;

/** A long id as its two ends: the middle gives way to the column's width, and copying still takes all of it. */
export function MiddleCut({ text }: { readonly text: string }): ReactNode {
  if (text.length <= tailLength + 4) return <SafeText text={text} expandable={false} />;
  const shown = text.length > most ? `${text.slice(0, most)}…${text.slice(-tailLength)}` : text;
  return (
    <span className={styles.cut}>
      <span className={styles.head}>
        <SafeText text={shown.slice(0, -tailLength)} limit={most} expandable={false} />
      </span>
      <span>
        <SafeText text={shown.slice(-tailLength)} expandable={false} />
      </span>
    </span>
  );
}

/** `ec2.amazonaws.com` with what every service shares set back. */
export function SourceName({ text }: { readonly text: string }): ReactNode {
  const shared = '.amazonaws.com';
  if (!text.endsWith(shared)) return <SafeText text={text} limit={most} expandable={false} />;
  return (
    <>
      <SafeText text={text.slice(0, -shared.length)} limit={most} expandable={false} />
      <span className={styles.quiet}>{shared}</span>
    </>
  );
}

export const PlainText = ({ text }: { readonly text: string }): ReactNode => (
  <SafeText text={text} limit={most} expandable={false} />
);
