import { fieldNamed } from '@trailglass/record';
import type { ReactNode } from 'react';
import { safeString } from '../ui/safe-text/marks.ts';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { ValueMenu } from '../ui/value-menu/value-menu.tsx';
import styles from './group-table.module.css';

interface Props {
  readonly field: string;
  readonly value: string | null | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/** What the events of a group have in common, with the menu of every value. */
export function GroupValue({ field, value, names }: Props): ReactNode {
  if (value === null || value === undefined || value === '')
    return <span className={styles.quiet}>{valueWords(value)}</span>;
  const known = fieldNamed(field);
  const name = known?.name === 'account' ? names.get(value) : undefined;
  return (
    <ValueMenu
      shown={{ subject: field, value }}
      focusable
      className={known === undefined || known.mono ? styles.mono : styles.text}
    >
      <SafeText
        text={name === undefined ? value : `${name} (${value})`}
        limit={300}
        expandable={false}
      />
    </ValueMenu>
  );
}

/** For names that assistive technology reads. */
export function valueWords(value: string | null | undefined): string {
  if (value === null || value === undefined) return 'no value';
  return value === '' ? 'an object' : safeString(value, 120);
}
