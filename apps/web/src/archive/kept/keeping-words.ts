import type { Keeping, KeptScope } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { shortly } from '../../ui/problem/shortly.ts';
import { counted } from '../../ui/numbers/count.ts';
import { roughly } from '../../ui/numbers/roughly.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';

const minute = (iso: string | undefined, zone: TimeZone): string | undefined => {
  const ms = parseTime(iso);
  return ms === undefined ? undefined : zone.dateTime(ms).slice(0, 16);
};

/** What background reading does in one scope now: in a word or two, and how far it is. */
export function keptWords(
  kept: KeptScope,
  zone: TimeZone,
): { readonly state: string; readonly more?: string | undefined } {
  const back = minute(kept.readTo, zone);
  const more = back && `read back to ${back}`;
  switch (kept.state) {
    case 'off':
      return { state: 'Off' };
    case 'paused':
      return { state: 'Paused', more };
    case 'waiting':
      return { state: 'Waiting for its turn', more };
    case 'reading':
      return {
        state: kept.etaMs === undefined ? 'Reading' : `Reading, ${roughly(kept.etaMs)} left`,
        more,
      };
    case 'following':
      return { state: 'Up to date', more: 'follows new events' };
    case 'failed':
      return { state: kept.problem ? shortly(kept.problem) : 'Failed', more };
  }
}

/** Background reading as a whole, in a sentence. */
export function keepingWords({ scopes, paused }: Keeping): string {
  const kept = scopes.filter(({ state }) => state !== 'off');
  if (kept.length === 0) return 'Nothing is read in the background: searches read what they need.';
  const is = (state: KeptScope['state']): number =>
    kept.filter((scope) => scope.state === state).length;
  const all = `${kept.length.toLocaleString('en')} of ${counted(scopes.length, 'scope')} kept read`;
  if (paused) return `${all}; paused.`;
  const estimates = kept.flatMap(({ etaMs }) => etaMs ?? []);
  const back = is('reading') + is('waiting');
  const parts = [
    is('following') > 0 && `${is('following').toLocaleString('en')} up to date`,
    back > 0 && `${back.toLocaleString('en')} on the way back through the 90 days`,
    is('failed') > 0 && `${is('failed').toLocaleString('en')} cannot be read now`,
    estimates.length > 0 && `${roughly(Math.max(...estimates))} left`,
  ].filter((part) => part !== false);
  return `${[all, ...parts].join(', ').replace(', ', ': ')}.`;
}

/** How soon it is worth asking again, in milliseconds: while reading is under way, for what is tried again, for new events. */
export function askAgainIn(keeping: Keeping | undefined): number | false {
  const states = new Set(keeping?.scopes.map(({ state }) => state));
  if (states.has('reading') || states.has('waiting')) return 2000;
  if (states.has('failed')) return 10_000;
  return states.has('following') && 30_000;
}
