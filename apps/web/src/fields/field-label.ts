import { subjectLabel, subjectOf } from './subjects.ts';

/** `User name` for a catalogue field, the path itself for a path. */
export function fieldLabel(field: string): string {
  const subject = subjectOf(field);
  return subject ? subjectLabel(subject) : field;
}
