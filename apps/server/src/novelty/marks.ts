import type { Mark, Novelty } from '@trailglass/api';
import { printTime } from '@trailglass/record';
import type { NoveltySubject, Seen, TraitName } from '../archive/protocol/novelty.ts';

export type Whole = NonNullable<Novelty['against']>['whole'];

/** When a mark is worth a look: few enough that one is not overlooked among the others. */
export const markRules = {
  /** A principal is known after so many events, the first of them so long ago. */
  knownEvents: 20,
  knownMs: 86_400_000,
  /** One that comes from ever new networks, or with ever new software, is no news. */
  mostDifferent: 16,
  /** Nor is one that does something new every few events. */
  eventsForEach: 4,
  /** Rare: no more often than that, in one of a hundred events, and not within the last day. */
  rareEvents: 3,
  rareShare: 0.01,
  rareMs: 86_400_000,
} as const;

/** Their events stand in one Region, wherever they were called from. */
const withoutRegion: ReadonlySet<string> = new Set(
  [
    'account',
    'billing',
    'budgets',
    'ce',
    'cloudfront',
    'globalaccelerator',
    'health',
    'iam',
    'organizations',
    'route53',
    'route53domains',
    'shield',
    'signin',
    'sts',
    'support',
    'trustedadvisor',
    'waf',
  ].map((name) => `${name}.amazonaws.com`),
);

const traits: readonly TraitName[] = ['api', 'region', 'network', 'agent'];

/**
 * What is new or rare in an event, against what its principal did in a baseline that was read whole; undefined where too
 * little was read to tell.
 * @param whole what of the baseline was read: everything, all of the principal, or all calls of this API
 */
export function marksOf(
  subject: NoveltySubject,
  seen: Seen,
  whole: Whole | undefined,
): readonly Mark[] {
  if (whole === undefined) return [];
  if (seen.events === 0)
    return whole === 'api'
      ? []
      : [{ kind: 'new', of: 'principal', value: subject.who.value, before: 0 }];
  const { knownEvents, knownMs } = markRules;
  if (seen.events < knownEvents || (seen.first ?? Infinity) > subject.time - knownMs) return [];
  return traits
    .filter((trait) => (trait === 'api' || whole !== 'api') && isTold(subject, trait))
    .flatMap((trait) => markOf(trait, subject, seen) ?? []);
}

/** Whether a trait says something of this event. */
function isTold({ source, network, agent }: NoveltySubject, trait: TraitName): boolean {
  if (trait === 'region') return !withoutRegion.has(source ?? '');
  // A service that calls for somebody names itself twice.
  return trait !== 'agent' || agent !== network;
}

function markOf(trait: TraitName, subject: NoveltySubject, seen: Seen): Mark | undefined {
  const value = subject[trait];
  const { events, last, distinct } = seen[trait];
  const { mostDifferent, eventsForEach, rareEvents, rareShare, rareMs } = markRules;
  if (value === undefined || distinct * eventsForEach > seen.events) return undefined;
  if (trait !== 'api' && distinct > mostDifferent) return undefined;
  if (events === 0) return { kind: 'new', of: trait, value, before: 0 };
  const isRare =
    events <= rareEvents &&
    events <= seen.events * rareShare &&
    last !== undefined &&
    last <= subject.time - rareMs;
  return isRare
    ? { kind: 'rare', of: trait, value, before: events, last: printTime(last) }
    : undefined;
}
