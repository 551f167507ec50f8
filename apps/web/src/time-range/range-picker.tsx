import DateRangePicker, {
  type DateRangePickerProps,
} from '@cloudscape-design/components/date-range-picker';
import { useQuery } from '@tanstack/react-query';
import { type EpochMs, parseTime, printTime } from '@trailglass/record';
import { useServerNow } from '../api/about.ts';
import { useClient } from '../api/client.ts';
import type { TimeZone } from '../ui/time/time-zone.ts';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import type { TimeRange } from '../address/page-state.ts';
import { awsReach, longerPresets, presets, rangeLabel, unitMs } from './time-range.ts';

const optionsOf = (ranges: typeof presets): readonly DateRangePickerProps.RelativeOption[] =>
  ranges.map(({ amount, unit }) => ({
    key: `${amount}-${unit}`,
    type: 'relative',
    amount,
    unit,
  }));

/** Minutes east of UTC at that moment in the zone that the page shows. */
const offsetOf = (zone: TimeZone, date: Date): number =>
  zone.zone === 'utc' ? 0 : -date.getTimezoneOffset();

function toPicker(range: TimeRange, zone: TimeZone): DateRangePickerProps.Value {
  if (range.kind === 'relative')
    return {
      type: 'relative',
      amount: range.amount,
      unit: range.unit,
      key: `${range.amount}-${range.unit}`,
    };
  return { type: 'absolute', startDate: wall(range.from, zone), endDate: wall(range.to, zone) };
}

/** The picker reads and writes wall-clock times with their offset. */
function wall(iso: string, zone: TimeZone): string {
  const ms = parseTime(iso) ?? 0;
  const offset = zone.offset(ms).slice('UTC'.length) || '+00:00';
  return `${zone.dateTime(ms).replace(' ', 'T')}${offset}`;
}

const inUnits: Readonly<Record<string, number>> = {
  second: 1 / 60,
  week: 7 * 24 * 60,
  month: 30 * 24 * 60,
};
function fromPicker(value: DateRangePickerProps.Value): TimeRange | undefined {
  if (value.type === 'absolute') {
    const [from, to] = [parseTime(value.startDate), parseTime(value.endDate)];
    if (from === undefined || to === undefined) return undefined;
    return { kind: 'absolute', from: printTime(from), to: printTime(to) };
  }
  if (value.unit === 'minute' || value.unit === 'hour' || value.unit === 'day')
    return { kind: 'relative', amount: value.amount, unit: value.unit };
  const minutes = Math.ceil(value.amount * (inUnits[value.unit] ?? 0));
  return minutes > 0 ? { kind: 'relative', amount: minutes, unit: 'minute' } : undefined;
}

/** The window of the search: the console's presets and longer ones, or two times in the reader's zone. */
export function RangePicker({
  range,
  onChange,
}: {
  range: TimeRange;
  onChange: (range: TimeRange) => void;
}) {
  const zone = useTimeZone();
  const now = useServerNow();
  const kept = useOldestKept();
  const oldest = Math.min(kept, now() - awsReach);
  const validate = (
    value: DateRangePickerProps.Value | null,
  ): DateRangePickerProps.ValidationResult => {
    const reason = value ? fault(fromPicker(value), now(), oldest) : 'Choose a range.';
    return reason === undefined ? { valid: true } : { valid: false, errorMessage: reason };
  };
  return (
    <DateRangePicker
      value={toPicker(range, zone)}
      onChange={({ detail }) => {
        const chosen = detail.value ? fromPicker(detail.value) : undefined;
        if (chosen) onChange(chosen);
      }}
      relativeOptions={optionsOf([...presets, ...longerPresets(oldest, now())])}
      customRelativeRangeUnits={['minute', 'hour', 'day']}
      isValidRange={validate}
      isDateEnabled={(date) =>
        date.getTime() > oldest - unitMs.day && date.getTime() <= now() + unitMs.day
      }
      dateDisabledReason={() => keeps}
      getTimeOffset={(date) => offsetOf(zone, date)}
      showClearButton={false}
      timeInputFormat="hh:mm:ss"
      absoluteFormat="iso"
      expandToViewport
      renderTriggerContent={() => <span>{rangeLabel(range, zone)}</span>}
      i18nStrings={strings}
    />
  );
}

/** When the oldest event happened that the archive holds; Infinity until that is known. */
function useOldestKept(): number {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['archive'],
    queryFn: ({ signal }) => client.archive(signal),
    staleTime: 60_000,
  });
  const times = data?.scopes.flatMap(({ oldest }) => parseTime(oldest) ?? []) ?? [];
  return Math.min(...times);
}

const keeps = 'AWS keeps 90 days of event history, and the archive holds nothing older.';

const strings: DateRangePickerProps.I18nStrings = {
  ariaLabel: 'Time range',
  relativeModeTitle: 'Relative range',
  absoluteModeTitle: 'Absolute range',
  formatRelativeRange: (value) => relativeWords(value),
};

const relativeWords = (value: DateRangePickerProps.RelativeValue): string =>
  `Last ${value.amount === 1 ? '' : `${value.amount} `}${value.unit}${value.amount === 1 ? '' : 's'}`;

function fault(range: TimeRange | undefined, now: EpochMs, oldest: number): string | undefined {
  if (!range) return 'Enter a start and an end: dates as YYYY/MM/DD, times as hh:mm:ss.';
  if (range.kind === 'relative') {
    const longest = range.amount * unitMs[range.unit] > awsReach && oldest >= now - awsReach;
    return longest ? `${keeps} Choose a shorter range.` : undefined;
  }
  const [from, to] = [parseTime(range.from) ?? 0, parseTime(range.to) ?? 0];
  if (from >= to) return 'The start must be before the end.';
  if (to < oldest) return 'The range ends before the oldest event that AWS or the archive keeps.';
  return undefined;
}
