import { type EpochMs, parseTime } from '@trailglass/record';

/** The period that a written time names: from `from` up to, not including, `until`. */
export interface TimeSpan {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A day, a minute, a second or a millisecond, as precisely as it was written; no offset means UTC.
 * `is` means within it, `<` before it, `>=` from its start, `>` after it, `<=` before its end:
 * so `time:<=2026-11-30` holds all of the 30th. Undefined for what is no time; 30 February is none.
 */
export function timeSpan(text: string): TimeSpan | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, day, hour, minute = '00', second = '00', fraction, zone = 'Z'] = found;
  const from = parseTime(`${day}T${hour ?? '00'}:${minute}:${second}.${fraction ?? '0'}${zone}`);
  if (from === undefined) return undefined;
  const length =
    hour === undefined
      ? 86_400_000
      : found[4] === undefined
        ? 60_000
        : fraction === undefined
          ? 1000
          : 1;
  return { from, until: (from + length) as EpochMs };
}
