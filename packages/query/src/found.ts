import { all, isObject, type Json, type TrailEvent } from '@trailglass/record';
import { fieldOf } from './condition.ts';
import { exactDigits, mayBeRounded, withExactNumbers } from './exact-number.ts';
import type { Subject } from './filter.ts';

/** One value that a condition looks at. */
export interface Found {
  /** A number's digits as the record has them; undefined for an object, which is there and equals nothing. */
  readonly text: string | undefined;
  readonly number: boolean;
}

const textual = (text: string): Found => ({ text, number: false });

function fromJson(value: Json): Found[] {
  if (typeof value === 'string') return value === '' ? [] : [textual(value)];
  if (typeof value === 'number') return [{ text: String(value), number: true }];
  if (typeof value === 'boolean') return [textual(String(value))];
  // CloudTrail writes null for what is absent.
  return isObject(value) ? [{ text: undefined, number: false }] : [];
}

function fromExactJson(value: Json): Found[] {
  const digits = typeof value === 'string' ? exactDigits(value) : undefined;
  return digits === undefined ? fromJson(value) : [{ text: digits, number: true }];
}

/** Reads a subject's values from an event: none when absent, several when the path goes through lists. */
export function finder(subject: Subject): (event: TrailEvent) => readonly Found[] {
  if (subject.kind === 'path') {
    const { path } = subject;
    return (event) => {
      const values = all(event.record, path);
      if (!values.some((v) => typeof v === 'number' && mayBeRounded(v)))
        return values.flatMap(fromJson);
      const exact = withExactNumbers(event.raw) ?? event.record;
      return all(exact, path).flatMap(fromExactJson);
    };
  }
  const field = fieldOf(subject);
  return (event) => {
    const value = field?.read(event);
    if (value === undefined) return [];
    return typeof value === 'object' ? value.map(textual) : [textual(String(value))];
  };
}
