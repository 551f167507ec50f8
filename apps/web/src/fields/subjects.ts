import type { Subject } from '@trailglass/query';
import { parseSubject, subjectText } from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';

/** A subject as a property's key in the filter bar: the text that the filter language has for it. */
export const subjectKey = (subject: Subject): string => subjectText(subject);

export const subjectOf = (key: string): Subject | undefined => parseSubject(key);

/** `User name` for a catalogue field, the path itself for a path. */
export const subjectLabel = (subject: Subject): string =>
  subject.kind === 'field'
    ? (fieldNamed(subject.name)?.label ?? subject.name)
    : subjectText(subject);
