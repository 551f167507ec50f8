import type { Difference } from '@trailglass/api';
import type { ReactNode } from 'react';
import { fieldLabel } from '../../fields/field-label.ts';
import styles from './difference.module.css';
import { theseWords } from './difference-words.ts';
import { FieldDifference } from './field-difference.tsx';

interface Props {
  readonly found: Difference;
  readonly reading: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly hrefOf: (subject: string, value: string | undefined) => string | undefined;
  readonly onFollow: (href: string) => void;
}

/** The fields in which these events differ, or why there are none. */
export function DifferenceFound({ found, reading, hrefOf, ...how }: Props): ReactNode {
  const { selected, others, covered, fields, alike } = found;
  if (selected === 0)
    return (
      <p className={styles.note}>
        {reading
          ? 'None of these events has been read so far.'
          : 'None of these events is in the archive under this filter, time range and scopes.'}
      </p>
    );
  if (others === 0)
    return (
      <p className={styles.note}>
        These are all events of this question, so there is nothing to set them against. Choose a
        longer time range or a wider filter.
      </p>
    );
  return (
    <>
      {covered < 1 && (
        <p className={styles.unread}>
          Not all of this question has been read. What differs, by account, Region and whatever goes
          with them, may be what is missing.
        </p>
      )}
      {fields.length > 0 ? (
        <>
          <p className={styles.legend} aria-hidden="true">
            <span className={styles.these}>{theseWords(found)}</span>
            <span className={styles.others}>the others</span>
          </p>
          <div className={styles.fields}>
            {fields.map((field) => (
              <FieldDifference
                key={field.subject}
                field={field}
                of={found}
                hrefOf={(value) => hrefOf(field.subject, value)}
                {...how}
              />
            ))}
          </div>
        </>
      ) : (
        <p className={styles.note}>
          Nothing that chance would not explain: every value is about as frequent here as among the
          others{selected < 5 && ', and so few events prove little'}.
        </p>
      )}
      {alike.length > 0 && fields.length > 0 && (
        <p className={styles.note}>Not different: {alike.map(fieldLabel).join(', ')}.</p>
      )}
      <p className={styles.note}>
        A value is shown where its share here and its share among the others differ by more than
        chance explains 99 times in 100; what differs most for sure stands first.
      </p>
    </>
  );
}
