import type { Plan, ScopeProgress } from '@trailglass/api';
import { catalogue, parseTime } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import { roughly } from '../../ui/numbers/roughly.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import { completeTo, remainingMs, totals } from '../results/progress.ts';
import type { Results } from '../results/results.ts';
import { filterTextWords } from './filter-words.ts';

const number = (value: number): string => value.toLocaleString('en');

const moment = (iso: string | undefined, zone: TimeZone): string | undefined => {
  const ms = parseTime(iso);
  return ms === undefined ? undefined : zone.dateTime(ms).slice(0, 16);
};

const scopesDone = (scopes: readonly ScopeProgress[]): string =>
  `${number(scopes.filter((scope) => scope.state === 'complete').length)} of ${counted(scopes.length, 'scope')}`;

/** What has been read so far and how far it is complete, in a line. */
export function readSoFar(results: Results, zone: TimeZone, grouped = false): string {
  const { rows, scopes, plan, phase } = results;
  const { events } = totals(scopes);
  const back = moment(completeTo(scopes, plan), zone);
  const found = counted(rows.length, 'event');
  // With nothing applied here the surplus only waits for slower scopes to catch up.
  const sifted = plan !== undefined && plan.residual !== '' && events > rows.length;
  const looked = sifted ? `${number(events)} looked through` : undefined;
  if (results.failure?.type === 'bad-filter') return '';
  switch (phase) {
    case 'idle':
      return '';
    case 'complete': {
      const whole =
        plan &&
        `complete from ${moment(plan.from, zone)} to ${moment(plan.to, zone)} in ${scopesDone(scopes)}`;
      return parts(found, looked, whole);
    }
    case 'partial':
      return parts(
        found,
        looked,
        plan && back !== undefined && back < (moment(plan.to, zone) ?? '')
          ? `complete from ${back} to ${moment(plan.to, zone)}, older events as far as they were kept`
          : 'as far as they were kept',
      );
    case 'reading': {
      const left = remainingMs(scopes);
      return parts(
        rows.length === 0 && !looked
          ? 'Reading the newest events'
          : `${number(rows.length)} so far`,
        looked,
        back && `read back to ${back}`,
        left !== undefined &&
          left > 2000 &&
          `${roughly(left)} for everything at AWS’s 2 requests a second`,
      );
    }
    case 'more': {
      // Groups stand in place of the list, and its newest events are not what they count.
      if (grouped) return 'Groups count what is in the archive';
      const failed = scopes.filter((scope) => scope.state === 'failed').length;
      return parts(
        failed > 0 ? found : `${number(rows.length)} newest events`,
        looked,
        back && `read back to ${back}`,
        failed > 0 && `${counted(failed, 'scope')} only from the archive`,
        'older ones load as you scroll',
      );
    }
    case 'stopped':
      return parts(
        found,
        looked,
        back
          ? `Stopped at ${back}. Older events were not read.`
          : 'Stopped before anything was read.',
      );
    case 'failed':
      return parts(found, looked, `${scopesDone(scopes)} read`);
  }
}

const parts = (...words: readonly (string | false | undefined)[]): string =>
  words.filter((word) => word !== undefined && word !== false && word !== '').join(' · ');

/** Which part of the question AWS answers and which part is applied here. */
export function whoAnswers(plan: Plan): { readonly aws: string; readonly here: string } {
  const { attribute, residual } = plan;
  const label = catalogue.find((field) => field.attribute === attribute?.key)?.label;
  return {
    aws: attribute
      ? `${label ?? attribute.key} = ${attribute.value}`
      : 'all events of the time range',
    here: residual === '' ? 'nothing' : filterTextWords(residual),
  };
}
