import { parseFilter, printFilter, type Subject, subjectText } from '@trailglass/query';

/** A value as the filter's own printer writes it; undefined for what no filter can hold. */
export function writtenValue(subject: Subject, value: string): string | undefined {
  const text = printFilter({ kind: 'is', subject, value });
  return parseFilter(text).filter ? text.slice(subjectText(subject).length + 1) : undefined;
}
