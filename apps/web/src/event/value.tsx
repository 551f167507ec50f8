import type { EventRow } from '@trailglass/api';
import { catalogue, type FieldName } from '@trailglass/record';
import type { ReactNode } from 'react';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { ValueMenu } from '../ui/value-menu/value-menu.tsx';
import { ActivityLink } from './activity-link.tsx';
import { Absent } from './pair.tsx';
import styles from './value.module.css';

const mono = new Set<string>(catalogue.filter((row) => row.mono).map((row) => row.name));

interface ValueProps {
  readonly subject: string;
  /** As the filter compares it. */
  readonly value: string;
  readonly children?: ReactNode;
}

/** A value with its menu. */
export function Value({ subject, value, children }: ValueProps): ReactNode {
  return (
    <ValueMenu
      shown={{ subject, value }}
      focusable
      className={mono.has(subject) || subject.endsWith('.arn') ? styles.mono : undefined}
    >
      {children || <SafeText text={value} limit={4000} expandable={false} />}
    </ValueMenu>
  );
}

/** A catalogue field's value or values; a dash when there is none. */
export function FieldOf({ row, name }: { readonly row: EventRow; readonly name: FieldName }) {
  const value = row[name];
  const texts = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
  if (texts.length === 0) return <Absent />;
  return texts.map((text) => (
    <div key={text}>
      <Value subject={name} value={text} />
      <ActivityLink subject={name} value={text} />
    </div>
  ));
}
