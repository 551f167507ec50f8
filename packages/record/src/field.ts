import type { TrailEvent } from './event.ts';

/** LookupEvents' own names, case-sensitive (API reference, LookupAttribute). */
export type LookupAttributeKey =
  | 'AccessKeyId'
  | 'EventId'
  | 'EventName'
  | 'EventSource'
  | 'ReadOnly'
  | 'ResourceName'
  | 'ResourceType'
  | 'Username';

export type FieldType = 'text' | 'time' | 'flag' | 'ip' | 'texts';
export type FieldValue = string | boolean | readonly string[] | undefined;

/** One row per field: its name in filters, rows and columns; its label; where its value stands. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  /** Other names that a filter may use. */
  readonly alias: readonly string[];
  /** As the AWS console calls it, where the console has it. */
  readonly label: string;
  readonly type: FieldType;
  /** The lookup attribute that AWS can answer this field with. */
  readonly attribute?: LookupAttributeKey;
  /** Shown as a column unless the reader chose otherwise. */
  readonly shown?: boolean;
  /** Ids, ARNs, addresses: monospace. */
  readonly mono?: boolean;
  readonly read: (event: TrailEvent) => FieldValue;
}
