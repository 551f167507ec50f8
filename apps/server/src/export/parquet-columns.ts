import { catalogue, type TrailEvent } from '@trailglass/record';
import type { SchemaElement } from 'hyparquet';
import { recordText } from './record-text.ts';

/** One column of the file: how Parquet is told of it, and its value of an event; undefined where it has none. */
interface ParquetColumn {
  readonly name: string;
  readonly schema: SchemaElement[];
  readonly read: (event: TrailEvent) => unknown;
  /** Another value in every event: to look for repetitions, or for the least and the greatest, finds nothing. */
  readonly unique?: boolean;
}

const optional = 'OPTIONAL' as const;
const textual = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

const texts = (name: string): SchemaElement[] => [
  { name, repetition_type: optional, num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: optional, ...textual },
];

function schemaOf(name: string, type: (typeof catalogue)[number]['type']): SchemaElement[] {
  if (type === 'texts') return texts(name);
  if (type === 'flag') return [{ name, repetition_type: optional, type: 'BOOLEAN' }];
  if (type === 'time')
    return [{ name, repetition_type: optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }];
  return [{ name, repetition_type: optional, ...textual }];
}

const unique: ReadonlySet<string> = new Set(['eventId', 'requestID']);

/** Every field of the catalogue under its own name, the Region that was asked, and the record's text. */
export const parquetColumns: readonly ParquetColumn[] = [
  ...catalogue.map(({ name, type, read }): ParquetColumn => ({
    name,
    schema: schemaOf(name, type),
    unique: unique.has(name),
    read: name === 'eventTime' ? ({ time }) => new Date(time) : read,
  })),
  { name: 'region', schema: schemaOf('region', 'text'), read: ({ region }) => region },
  { name: 'record', schema: schemaOf('record', 'text'), read: recordText, unique: true },
];

export const parquetSchema: SchemaElement[] = [
  { name: 'event', num_children: parquetColumns.length },
  ...parquetColumns.flatMap(({ schema }) => schema),
];
