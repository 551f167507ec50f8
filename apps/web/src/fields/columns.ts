import { pathLimits, type EventRow } from '@trailglass/api';
import { parseSubject } from '@trailglass/query';
import { catalogue, fieldNamed, type FieldType } from '@trailglass/record';

/** A column is a catalogue field, or a dotted path into the record. */
export interface ColumnSpec {
  /** The field's name or the path: as in the address bar and in filters. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Ids, ARNs, addresses: monospace, cut in the middle. */
  readonly mono: boolean;
  /** Ids and agents stand back, so that name, time and who stand out. */
  readonly quiet: boolean;
  /** px */
  readonly size: number;
}

export const columnLimits = { narrowest: 64, widest: 1200, step: 16 } as const;

const sizes: Readonly<Record<string, number>> = {
  eventName: 250,
  eventTime: 176,
  username: 170,
  eventSource: 210,
  resourceType: 190,
  resourceName: 220,
  awsRegion: 120,
  account: 130,
  readOnly: 90,
  mfa: 70,
  errorCode: 190,
  errorMessage: 320,
  userAgent: 280,
  eventId: 250,
  requestID: 250,
  principalArn: 320,
};
const standBack = new Set(['userAgent', 'awsRegion', 'eventVersion', 'tlsVersion', 'eventType']);

export function columnNamed(name: string): ColumnSpec {
  const field = fieldNamed(name);
  if (field?.name !== name) {
    return { name, label: name, type: 'text', mono: true, quiet: false, size: 180 };
  }
  const mono = field.mono ?? false;
  return {
    name,
    label: field.label,
    type: field.type,
    mono,
    quiet: (mono && name !== 'resourceName') || standBack.has(name),
    size: sizes[name] ?? 160,
  };
}

/** The column that opens the event. */
export const anchorColumn = 'eventName';

/** The console's six, in its order. */
export const arrivalColumns: readonly string[] = catalogue
  .filter((field) => field.shown)
  .map((field) => field.name);

/** Every column that can be chosen: the shown ones first, then what else the catalogue has. */
export const choosableColumns = (shown: readonly string[]): readonly string[] => [
  ...new Set([...shown, ...catalogue.map((field) => field.name)]),
];

/** Those of the columns that are paths: their values have to be asked for. */
export const pathsOf = (shown: readonly string[]): readonly string[] =>
  shown
    .filter((name) => fieldNamed(name)?.name !== name && parseSubject(name)?.kind === 'path')
    .slice(0, pathLimits.paths);

/** Objects at a column's path, as JSON in one line. */
export const cellObjects = (row: EventRow, name: string): readonly string[] =>
  row.paths?.find(([path]) => path === name)?.[2] ?? [];

/** A cell's values as text; empty when the event has none. */
export function cellValues(row: EventRow, name: string): readonly string[] {
  const read = row.paths?.find(([path]) => path === name);
  if (read) return read[1];
  if (!Object.hasOwn(row, name)) return [];
  const value: unknown = (row as unknown as Readonly<Record<string, unknown>>)[name];
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return typeof value === 'string' || typeof value === 'boolean' ? [String(value)] : [];
}
