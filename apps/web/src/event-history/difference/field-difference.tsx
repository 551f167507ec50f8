import Link from '@cloudscape-design/components/link';
import type { Difference, DifferentValue } from '@trailglass/api';
import { fieldNamed } from '@trailglass/record';
import { type ReactNode, useId } from 'react';
import { safeString } from '../../ui/safe-text/marks.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { fieldLabel } from '../../fields/field-label.ts';
import styles from './difference.module.css';
import { shareWords } from './difference-words.ts';
import spoken from '../../ui/spoken.module.css';

interface Props {
  readonly field: Difference['fields'][number];
  readonly of: Pick<Difference, 'selected' | 'others'>;
  readonly names: ReadonlyMap<string, string>;
  /** Undefined where the filter language cannot say it. */
  readonly hrefOf: (value: string | undefined) => string | undefined;
  readonly onFollow: (href: string) => void;
}

/** The values of one field that are more, or less, frequent in these events than in the others. */
export function FieldDifference({ field, of, names, hrefOf, onFollow }: Props): ReactNode {
  const label = fieldLabel(field.subject);
  const title = useId();
  return (
    <div className={styles.field}>
      <h3 id={title} className={styles.name}>
        {label}
      </h3>
      <table className={styles.values} aria-labelledby={title}>
        <thead className={spoken.only}>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">These events</th>
            <th scope="col">The others</th>
          </tr>
        </thead>
        <tbody>
          {field.values.map((one) => (
            <tr key={one.value === undefined ? 'none' : `value ${one.value}`}>
              <th scope="row" className={styles.value}>
                <Value
                  one={one}
                  label={label}
                  text={textOf(field.subject, one.value, names)}
                  href={hrefOf(one.value)}
                  onFollow={onFollow}
                />
              </th>
              <td className={styles.share}>
                <Bar look={styles.these} part={one.selected} whole={of.selected} />
              </td>
              <td className={styles.share}>
                <Bar look={styles.others} part={one.others} whole={of.others} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf(
  subject: string,
  value: string | undefined,
  names: ReadonlyMap<string, string>,
): string {
  if (value === undefined) return 'no value';
  const name = fieldNamed(subject)?.name === 'account' ? names.get(value) : undefined;
  return name === undefined ? value : `${name} (${value})`;
}

interface ValueProps extends Pick<Props, 'onFollow'> {
  readonly one: DifferentValue;
  readonly label: string;
  readonly text: string;
  readonly href: string | undefined;
}

function Value({ one, label, text, href, onFollow }: ValueProps): ReactNode {
  const shown = (
    <span className={styles.clamped}>
      <SafeText text={text} limit={300} expandable={false} />
    </span>
  );
  if (href === undefined) return shown;
  return (
    <Link
      href={href}
      variant={one.value === undefined ? 'secondary' : 'primary'}
      ariaLabel={`Show events with ${label}: ${safeString(text, 200)}`}
      onFollow={(event) => {
        event.preventDefault();
        onFollow(href);
      }}
    >
      {shown}
    </Link>
  );
}

interface BarProps {
  readonly look: string | undefined;
  readonly part: number;
  readonly whole: number;
}

function Bar({ look, part, whole }: BarProps): ReactNode {
  return (
    <>
      <span className={styles.track} aria-hidden="true">
        <span className={look} style={{ inlineSize: `${Math.min(1, part / whole) * 100}%` }} />
      </span>
      <span className={styles.figure}>
        {shareWords(part, whole)}
        <span className={styles.count}>{part.toLocaleString('en')}</span>
      </span>
    </>
  );
}
