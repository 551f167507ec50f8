import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundRecord {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Undefined when the line is not JSON. */
  readonly value: unknown;
  readonly id: string | undefined;
  /** Epoch milliseconds; undefined when its eventTime cannot be read, or it has none. */
  readonly time: number | undefined;
}

/** Every record of a folder's .ndjson files, one a line. */
export function readRecords(folder: string): readonly FoundRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((text, at) => (text.trim() === '' ? [] : [found(file, at + 1, text)])),
    );
}

function found(file: string, line: number, text: string): FoundRecord {
  const value = parsed(text);
  const id = member(value, 'eventID');
  const time = member(value, 'eventTime');
  const ms =
    typeof time === 'string' ? Date.parse(/\d$/.test(time) ? `${time}Z` : time) : Number.NaN;
  return {
    file,
    line,
    text,
    value,
    id: typeof id === 'string' ? id : undefined,
    time: Number.isNaN(ms) ? undefined : ms,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
