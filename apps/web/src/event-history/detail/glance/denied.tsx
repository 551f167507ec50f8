import type { EventRow } from '@trailglass/api';
import { denial } from '@trailglass/record';
import type { ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { denialWords } from './denial-words.ts';
import styles from './denied.module.css';

/** A denial in words, as far as AWS's message tells it: who, which action, on what, and the policy that denied it. */
export function Denied({ row }: { readonly row: EventRow }): ReactNode {
  const { errorCode, errorMessage } = row;
  const told = denial({ errorCode, errorMessage });
  if (told === undefined) return null;
  return (
    <ul className={styles.denied} aria-label="The denial in words">
      {denialWords(told).map(({ said, label, value }) => (
        <li key={said} className={label && styles.line}>
          <span className={label && styles.label}>{said}</span>
          {value !== undefined && (
            <>
              {' '}
              <span className={styles.value}>
                <SafeText text={value} limit={400} expandable={false} />
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
