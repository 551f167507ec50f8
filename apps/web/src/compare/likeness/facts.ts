import type { EventRow } from '@trailglass/api';
import { catalogue, type FieldName } from '@trailglass/record';

/** One catalogue field of several events. */
export interface Fact {
  readonly name: FieldName;
  readonly label: string;
  /** Each event's values as filters compare them; empty where it has none. */
  readonly values: readonly (readonly string[])[];
  readonly same: boolean;
}

export function textsOf(row: EventRow | undefined, name: FieldName): readonly string[] {
  const value = row?.[name];
  if (value === undefined) return [];
  return typeof value === 'string' || typeof value === 'boolean' ? [String(value)] : value;
}

/** Every field that at least one of the events has, in the catalogue's order. */
export function factsOf(rows: readonly EventRow[]): readonly Fact[] {
  return catalogue
    .map(({ name, label }) => {
      const values = rows.map((row) => textsOf(row, name));
      const same = new Set(values.map((texts) => JSON.stringify(texts))).size === 1;
      return { name, label, values, same };
    })
    .filter(({ values }) => values.some((texts) => texts.length > 0));
}
