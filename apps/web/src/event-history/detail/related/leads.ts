import type { EventRow } from '@trailglass/api';
import { allOf, everything, type Filter, printFilter } from '@trailglass/query';
import { type EpochMs, type FieldName, moved, parseTime, printTime } from '@trailglass/record';
import { arrival, type PageState, type TimeRange } from '../../../address/page-state.ts';
import { absoluteRange, unitMs } from '../../../time-range/time-range.ts';
import type { Whole } from '../../../event/whole.ts';

/** A way from an event to others: a list of events, and what all of them share. */
export interface Lead {
  readonly group: 'same' | 'around';
  readonly label: string;
  /** What is the same; absent where the label says all. */
  readonly value?: string;
  readonly page: PageState;
}

/** More would say little; each is a question of its own. */
export const mostResources = 5;
/** Records of one request are written within minutes of each other. */
const requestMs = 15 * unitMs.minute;

const around = [
  ['5 minutes before and after', 5 * unitMs.minute],
  ['30 minutes before and after', 30 * unitMs.minute],
  ['6 hours before and after', 6 * unitMs.hour],
] as const;

/** What the event shares with others, as far as it says so, and what happened around it. */
export function leadsOf({ row, event }: Whole, list: PageState, now: EpochMs): readonly Lead[] {
  const time = parseTime(row.eventTime);
  if (time === undefined) return [];
  const { event: _, group: _grouped, sort: _sort, ...rest } = list;
  const near = (ms: number): TimeRange => ({
    kind: 'absolute',
    from: printTime(moved(time, -ms)),
    to: printTime(moved(time, ms)),
  });
  const same = (
    label: string,
    values: readonly (readonly [FieldName, unknown])[],
    range = rangeWith(list.range, time, now),
  ): readonly Lead[] => {
    const texts = values.map(([, value]) => value);
    if (!texts.every((text) => typeof text === 'string' && text !== '')) return [];
    const q = printFilter(allOf(values.map(([name, value]) => is(name, String(value)))));
    return [{ group: 'same', label, value: texts.join(' · '), page: { ...rest, q, range } }];
  };
  const names = event.envelope.resources.flatMap(({ name }) => name ?? []);
  return [
    ...same('Same request', [['requestID', row.requestID]], near(requestMs)),
    ...same(keyLabel(row), [['accessKeyId', row.accessKeyId]]),
    ...same('Same principal', [['principalArn', row.principalArn]]),
    ...[...new Set(names)]
      .slice(0, mostResources)
      .flatMap((name) => same('Same resource', [['resourceName', name]])),
    ...same('Same source IP', [['sourceIPAddress', row.sourceIPAddress]]),
    ...same('Same API', [
      ['eventName', row.eventName],
      ['eventSource', row.eventSource],
    ]),
    ...around.map(([label, ms]): Lead => ({
      group: 'around',
      label,
      page: { ...rest, q: printFilter(everything), range: near(ms) },
    })),
  ];
}

/** Where counting ends: with the list, unless the event came after it. */
export function endOf({ row }: Whole, until: string | undefined, now: EpochMs): EpochMs {
  const end = until === undefined ? undefined : parseTime(until);
  const time = parseTime(row.eventTime);
  return end !== undefined && (time === undefined || time <= end) ? end : now;
}

const is = (name: FieldName, value: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name },
  value,
});

/** A temporary key is one session's. */
const keyLabel = ({ accessKeyId }: EventRow): string =>
  String(accessKeyId).startsWith('ASIA') ? 'Same session' : 'Same access key';

/** The list's own range, made longer where the event lies outside of it. */
function rangeWith(range: TimeRange, time: EpochMs, now: EpochMs): TimeRange {
  const { from, to } = absoluteRange(range, now);
  const [first, last] = [parseTime(from), parseTime(to)];
  if (first === undefined || last === undefined) return arrival.range;
  if (time >= first && time <= last) return range;
  return {
    kind: 'absolute',
    from: printTime(Math.min(first, time) as EpochMs),
    to: printTime(Math.max(last, time) as EpochMs),
  };
}
