import { type Problem } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import type { LiveScope, LiveStatus } from './live-state.ts';

export interface LiveWords {
  readonly type: 'pending' | 'success' | 'warning';
  readonly text: string;
}

/** AWS is looked at every five seconds; an answer older than this is worth a word. */
const OLD_MS = 30_000;

/**
 * How live goes, in a line.
 * @param now the server's, by which AWS's last answer is old or not
 */
export function liveWords(
  status: LiveStatus,
  names: ReadonlyMap<string, string>,
  zone: TimeZone,
  now: number,
): LiveWords {
  if (status.kind === 'connecting') return { type: 'pending', text: 'Live · connecting…' };
  if (status.kind === 'broken')
    return { type: 'warning', text: `Live: ${status.problem.title.replace(/^The /, 'the ')}` };
  const { scopes, catchingUp } = status;
  const hindered = scopes.filter(({ problem }) => problem !== undefined);
  if (hindered.length > 0)
    return { type: 'warning', text: `Live: ${inTheWay(hindered, scopes.length, names)}` };
  if (catchingUp) return { type: 'pending', text: 'Live · reading what came meanwhile…' };
  const answered = scopes.map(({ answeredAt }) => parseTime(answeredAt) ?? Number.NaN);
  const oldest = Math.min(...answered);
  if (Number.isNaN(oldest)) return { type: 'pending', text: 'Live · waiting for AWS…' };
  if (now - oldest > OLD_MS)
    return { type: 'warning', text: `Live: no answer from AWS since ${zone.time(oldest)}` };
  return { type: 'success', text: `Live · ${zone.time(oldest)}` };
}

function inTheWay(
  hindered: readonly LiveScope[],
  all: number,
  names: ReadonlyMap<string, string>,
): string {
  const types = new Set(hindered.map(({ problem }) => problem?.type));
  const [first] = hindered;
  const type = first?.problem?.type;
  if (first === undefined || type === undefined || types.size > 1)
    return `${hindered.length} of ${counted(all, 'scope')} cannot be followed`;
  const account = names.get(first.account) ?? first.account;
  const where =
    hindered.length > 1
      ? `${hindered.length} of ${counted(all, 'scope')}`
      : names.size > 1
        ? `${account} (${first.region})`
        : first.region;
  return `${where} ${short(type, hindered.length > 1)}`;
}

function short(type: Problem['type'], many: boolean): string {
  switch (type) {
    case 'throttled':
      return many ? 'are throttled by AWS' : 'is throttled by AWS';
    case 'access-denied':
      return 'may not be read';
    case 'credentials-expired':
      return many ? 'have expired credentials' : 'has expired credentials';
    case 'credentials-missing':
    case 'credentials-invalid':
    case 'wrong-account':
      return many ? 'have no usable credentials' : 'has no usable credentials';
    case 'region-disabled':
      return many ? 'are not enabled' : 'is not enabled';
    default:
      return many ? 'do not answer' : 'does not answer';
  }
}
