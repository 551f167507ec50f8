import type { Facet } from '@trailglass/api';
import { use } from 'react';
import { counted } from '../../../ui/numbers/count.ts';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { ValueActionsContext } from '../../../ui/value-menu/value-actions.ts';
import { valueAttributes } from '../../../ui/value-menu/shown-value.ts';
import { fieldLabel } from '../../../fields/field-label.ts';
import styles from './facets.module.css';

interface Props {
  readonly facet: Facet;
  /** Matching events in all, which the bars are shares of. */
  readonly matched: number;
  /** Names by which people know values, for example of accounts. */
  readonly names: ReadonlyMap<string, string>;
}

/** A field's values with how many events have them; each filters for itself, and beside it out; its menu has the rest. */
export function FacetValues({ facet, matched, names }: Props) {
  const actions = use(ValueActionsContext);
  const label = fieldLabel(facet.subject);
  return (
    <ul className={styles.values}>
      {facet.values.map(({ value, count }) => {
        const shown = { subject: facet.subject, value };
        const name = names.get(value);
        return (
          <li key={value} className={styles.value} {...valueAttributes(shown)}>
            <span className={styles.share} style={{ inlineSize: shareOf(count, matched) }} />
            <button
              type="button"
              className={styles.include}
              title={`Filter for ${name ? `${name} (${printable(value)})` : printable(value)}`}
              aria-label={`Filter for ${label} ${printable(value)}, ${counted(count, 'event')}`}
              onClick={() => actions?.filterFor(shown)}
            >
              <span className={styles.text}>
                {value === '' ? (
                  <i>empty</i>
                ) : (
                  <SafeText text={name ?? value} limit={120} expandable={false} />
                )}
              </span>
              <span className={styles.count}>{count.toLocaleString('en')}</span>
            </button>
            <button
              type="button"
              className={styles.exclude}
              title="Filter out"
              aria-label={`Filter out ${label} ${printable(value)}`}
              onClick={() => actions?.filterOut(shown)}
            >
              −
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const shareOf = (count: number, matched: number): string =>
  `${matched === 0 ? 0 : Math.max(0, Math.min(100, (count / matched) * 100))}%`;

/** Names and tooltips are plain text of the browser's: what would turn or hide in them is left out. */
const printable = (value: string): string => {
  const plain = value.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
};
