import type { LookupAttributeKey } from '@trailglass/record';
import { fieldOf } from './condition.ts';
import type { Filter } from './filter.ts';
import { allOf, conjuncts } from './normal.ts';

export interface PushDown {
  /** The one attribute that AWS applies: LookupEvents silently ignores a second one. */
  readonly attribute?: { readonly key: LookupAttributeKey; readonly value: string };
  /** What is left for Trailglass to apply; the empty filter when AWS answers all of it. */
  readonly residual: Filter;
}

/** Most selective first. */
const selectivity: readonly LookupAttributeKey[] = [
  'EventId',
  'AccessKeyId',
  'ResourceName',
  'Username',
  'EventName',
  'EventSource',
  'ResourceType',
  'ReadOnly',
];

/** The service allows 2000 characters, where these count twice. */
const fits = (value: string): boolean => {
  const doubled = value.match(/[_ ,\n]/g)?.length ?? 0;
  return value !== '' && value.length + doubled <= 2000;
};

interface Candidate {
  readonly condition: Filter;
  readonly key: LookupAttributeKey;
  readonly value: string;
}

function candidate(condition: Filter): Candidate | undefined {
  if (condition.kind !== 'is' || !fits(condition.value)) return undefined;
  const key = fieldOf(condition.subject)?.attribute;
  return key && { condition, key, value: condition.value };
}

/**
 * Splits a filter into what AWS answers and what is applied here.
 *
 * Pushed is only an `is` that every match must fulfil: a member of the outermost AND. The condition then leaves the
 * residual, for AWS's answer is ours: both are exact and case-sensitive, any resource is enough for both, and every
 * field with an attribute reads LookupEvents' own member, which is what the attribute matches (see the catalogue).
 * The record is read only where that member is absent: event names, sources and key ids come from it in the first
 * place, and `readOnly` is absent only in answers far older than the 90 days that LookupEvents reaches.
 * `-readOnly:true` is never pushed as ReadOnly=false: events that say neither match the one and not the other.
 */
export function pushDown(filter: Filter): PushDown {
  const required = conjuncts(filter);
  const candidates = required.map(candidate).filter((c) => c !== undefined);
  const best = selectivity.flatMap((key) => candidates.filter((c) => c.key === key))[0];
  if (!best) return { residual: filter };
  const { condition, key, value } = best;
  return {
    attribute: { key, value },
    residual: allOf(required.filter((other) => other !== condition)),
  };
}
