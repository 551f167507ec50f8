import { catalogue, type Field, type FieldName, type TrailEvent } from '@trailglass/record';
import { isPlainRecord } from './plain-record.ts';

export type ColumnType = 'VARCHAR' | 'BIGINT' | 'BOOLEAN' | 'VARCHAR[]';
export type ColumnValue = string | number | boolean | readonly string[] | null;

/** A column of the table `events`, and what stands there for an event; null where there is no value. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly read: (event: TrailEvent) => ColumnValue;
}

const types = {
  text: 'VARCHAR',
  ip: 'VARCHAR',
  flag: 'BOOLEAN',
  texts: 'VARCHAR[]',
  time: 'BIGINT',
} as const;

const account: Column = { name: 'account', type: 'VARCHAR', read: (e) => e.account };
/** Where the event was found; the record's own awsRegion is a field like others. */
const region: Column = { name: 'region', type: 'VARCHAR', read: (e) => e.region };
const eventId: Column = { name: 'event_id', type: 'VARCHAR', read: (e) => e.eventId };
/** Milliseconds since 1970-01-01T00:00:00Z. */
const time: Column = { name: 'time_ms', type: 'BIGINT', read: (e) => e.time };
/** Whether SQL may look into the record (see plain-record.ts); elsewhere only the matcher can tell. */
export const plain: Column = { name: 'plain', type: 'BOOLEAN', read: isPlainRecord };
/** The record's JSON text exactly as CloudTrail wrote it. */
export const record: Column = { name: 'record', type: 'VARCHAR', read: (e) => e.raw };

/** `sourceIPAddress` is `source_ip_address`: SQL names know no capitals. */
const snake = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

const own = new Map<FieldName, Column>([
  ['account', account],
  ['eventId', eventId],
  ['eventTime', time],
]);
const columnOf = (field: Field<FieldName>): Column =>
  own.get(field.name) ?? {
    name: snake(field.name),
    type: types[field.type],
    read: (event) => field.read(event) ?? null,
  };

const byField = new Map(catalogue.map((field) => [field.name, columnOf(field)]));
export const columnOfField = (name: FieldName): Column | undefined => byField.get(name);

/** What a filter may look at, in the order of the table. A store may have further columns of its own. */
export const eventColumns: readonly Column[] = [
  ...new Set([account, region, eventId, time, ...byField.values(), plain, record]),
];
