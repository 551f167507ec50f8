import Icon from '@cloudscape-design/components/icon';
import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import styles from './failure.module.css';
import { Value } from '../../../event/value.tsx';

/** The error that AWS answered the call with, where nobody can miss it. */
export function Failure({ row }: { readonly row: EventRow }): ReactNode {
  const { errorCode, errorMessage } = row;
  if (typeof errorCode !== 'string' && typeof errorMessage !== 'string') return null;
  return (
    <div className={styles.failure}>
      <Icon name="status-negative" variant="error" />
      <div className={styles.words}>
        {typeof errorCode === 'string' && (
          <div className={styles.code}>
            <Value subject="errorCode" value={errorCode} />
          </div>
        )}
        {typeof errorMessage === 'string' && (
          <div>
            <Value subject="errorMessage" value={errorMessage} />
          </div>
        )}
      </div>
    </div>
  );
}
