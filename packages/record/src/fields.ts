import { catalogue, type FieldName } from './catalogue.ts';
import type { TrailEvent } from './event.ts';
import type { Field, FieldValue } from './field.ts';

const byName = new Map<string, Field<FieldName>>();
for (const row of catalogue) {
  for (const name of [row.name, ...row.alias]) byName.set(name.toLowerCase(), row);
}

/** A field by its name or an alias, in any case. */
export const fieldNamed = (name: string): Field<FieldName> | undefined =>
  byName.get(name.toLowerCase());

/** What the grid shows of an event: every catalogue field that has a value. */
export type EventFields = { readonly [Name in FieldName]?: Exclude<FieldValue, undefined> };

export function readFields(event: TrailEvent): EventFields {
  const values: Record<string, FieldValue> = {};
  for (const row of catalogue) {
    const value = row.read(event);
    if (value !== undefined && !(Array.isArray(value) && value.length === 0))
      values[row.name] = value;
  }
  return values;
}
