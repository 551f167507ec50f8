import { pathLimits, type EventRow, type PathValues } from '@trailglass/api';
import {
  exactText,
  filterLimits,
  finder,
  parseSubject,
  type Subject,
  withExactNumbers,
} from '@trailglass/query';
import { all, isObject, printTime, readFields, type TrailEvent } from '@trailglass/record';

/** What a list shows of an event: the scope it was read from and every field with a value. */
export function rowOf(event: TrailEvent): EventRow {
  const row = rows.get(event) ?? {
    ...readFields(event),
    account: event.account,
    region: event.region,
    eventId: event.eventId,
    eventTime: printTime(event.time),
    ...(event.flaws.length === 0 ? {} : { flaws: event.flaws }),
  };
  rows.set(event, row);
  return row;
}
/** Of events that are held anyway: many lists show the same ones. */
const rows = new WeakMap<TrailEvent, EventRow>();

/** The same with the values at paths into the record. */
export function rowsWith(paths: readonly string[] = []): (event: TrailEvent) => EventRow {
  const found = paths.flatMap((path) => {
    const subject = parseSubject(path);
    return subject === undefined ? [] : [{ path, subject, find: finder(subject) }];
  });
  if (found.length === 0) return rowOf;
  return (event) => {
    const values = found.flatMap(({ path, subject, find }): PathValues[] => {
      const there = find(event);
      if (there.length === 0) return [];
      const texts = there.flatMap(({ text }) => (text === undefined ? [] : [short(text)]));
      const some = texts.slice(0, pathLimits.values);
      return texts.length === there.length
        ? [[path, some]]
        : [[path, some, objectsAt(event, subject).slice(0, pathLimits.values).map(short)]];
    });
    return values.length === 0 ? rowOf(event) : { ...rowOf(event), paths: values };
  };
}

/** Each object at a path, as JSON in one line, its numbers digit by digit. */
function objectsAt(event: TrailEvent, subject: Subject): string[] {
  if (subject.kind !== 'path') return [];
  return all(withExactNumbers(event.raw) ?? event.record, subject.path)
    .filter(isObject)
    .map(exactText);
}

/** A row is sent by the thousand. One more than a filter can take, so that what was cut is not filtered for. */
const short = (text: string): string => text.slice(0, filterLimits.valueCharacters + 1);
