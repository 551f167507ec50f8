import { type Part, type PartKind, tellEvent, type TrailEvent } from '@trailglass/record';
import type { ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import styles from './sentence.module.css';

const look: Readonly<Record<PartKind, string | undefined>> = {
  who: styles.strong,
  what: styles.strong,
  where: styles.strong,
  result: styles.result,
  plain: undefined,
};

/** The parts with their places in the sentence, which tell them apart. */
function placed(parts: readonly Part[]): (Part & { readonly at: number })[] {
  let at = 0;
  return parts.map((part) => {
    at += part.text.length;
    return { ...part, at };
  });
}

/** Who did what, on what, from where, with which result. */
export function Sentence({ event }: { readonly event: TrailEvent }): ReactNode {
  return (
    <p className={styles.sentence}>
      {placed(tellEvent(event)).map(({ kind, text, at }) => (
        <span key={at} className={look[kind]}>
          <SafeText text={text} expandable={false} />
        </span>
      ))}
    </p>
  );
}
