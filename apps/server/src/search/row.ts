import { pathLimits, type EventRow, type PathValues } from '@trailglass/api';
import { filterLimits, finder, parseSubject } from '@trailglass/query';
import { printTime, readFields, type TrailEvent } from '@trailglass/record';

/** What a list shows of an event: the scope it was read from and every field with a value. */
export const rowOf = (event: TrailEvent): EventRow => ({
  ...readFields(event),
  account: event.account,
  region: event.region,
  eventId: event.eventId,
  eventTime: printTime(event.time),
  ...(event.flaws.length === 0 ? {} : { flaws: event.flaws }),
});

/** The same with the values at paths into the record. */
export function rowsWith(paths: readonly string[] = []): (event: TrailEvent) => EventRow {
  const found = paths.flatMap((path) => {
    const subject = parseSubject(path);
    return subject === undefined ? [] : [{ path, find: finder(subject) }];
  });
  if (found.length === 0) return rowOf;
  return (event) => {
    const values = found.flatMap(({ path, find }): PathValues[] => {
      const texts = find(event).flatMap(({ text }) => (text === undefined ? [] : [short(text)]));
      return texts.length === 0 ? [] : [[path, texts.slice(0, pathLimits.values)]];
    });
    return values.length === 0 ? rowOf(event) : { ...rowOf(event), paths: values };
  };
}

/** A row is sent by the thousand. One more than a filter can take, so that what was cut is not filtered for. */
const short = (text: string): string => text.slice(0, filterLimits.valueCharacters + 1);
