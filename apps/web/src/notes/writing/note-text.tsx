import type { ReactNode } from 'react';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import styles from '../notes.module.css';

/** A note's words, line by line: text, whatever they look like. */
export const NoteText = ({ text }: { readonly text: string }): ReactNode => (
  <div className={styles.text}>
    {[...text.split('\n').entries()].map(([at, line]) => (
      <div key={at} className={styles.line}>
        <SafeText text={line} limit={4000} expandable={false} />
      </div>
    ))}
  </div>
);
