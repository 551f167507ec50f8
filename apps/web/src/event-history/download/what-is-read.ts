import type { Plan, ScopeProgress } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import { remainingMs } from '../results/progress.ts';
import type { Results } from '../results/results.ts';
import { roughly } from '../../ui/numbers/roughly.ts';

/** What the archive holds of the search: events that match, and how much of the time range was read, 0 to 1. */
export interface Known {
  readonly matched: number;
  readonly covered: number;
}

/** AWS's quota for one account in one Region. */
const CALLS_PER_S = 2;
/** The last minutes of a range are read again in any case. */
const NEARLY = 0.999;

/** What a download will hold and what has to be read for it first, before it is started. */
export function whatIsRead(
  { phase, rows, scopes, plan }: Results,
  known: Known | undefined,
): string {
  if (phase === 'complete') return `${counted(rows.length, 'event')}, all of them read`;
  const count = Math.max(rows.length, known?.matched ?? 0);
  if (known && known.covered >= NEARLY)
    return `${counted(count, 'event')}, nearly all of them read`;
  const left = remainingMs(scopes) ?? estimated(scopes, plan);
  const rest = left === undefined ? 'as fast as AWS allows' : roughly(left);
  return count === 0
    ? `Nothing known so far; everything is read first, ${rest}`
    : `${count.toLocaleString('en')} known so far; the rest is read first, ${rest}`;
}

/** From how far the calls so far have got, the slowest scope's; undefined while nothing can be said. */
function estimated(scopes: readonly ScopeProgress[], plan: Plan | undefined): number | undefined {
  const [from, to] = [parseTime(plan?.from), parseTime(plan?.to)];
  if (from === undefined || to === undefined) return undefined;
  const times = scopes.flatMap(({ state, readTo, requests }) => {
    const at = parseTime(readTo);
    if (state === 'complete' || state === 'partial') return 0;
    if (at === undefined || at >= to || requests === 0) return [];
    return (((at - from) / (to - at)) * requests * 1000) / CALLS_PER_S;
  });
  return times.some((ms) => ms > 0) ? Math.max(...times) : undefined;
}
