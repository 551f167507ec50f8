import type { LookupAttributeKey } from '@trailglass/record';
import type { Filter } from './filter.ts';

export interface PushDown {
  /** The one attribute that AWS applies: LookupEvents silently ignores a second one. */
  readonly attribute?: { readonly key: LookupAttributeKey; readonly value: string };
  /** What is left for Trailglass to apply; the empty filter when AWS answers all of it. */
  readonly residual: Filter;
}

/** Splits a filter into what AWS answers and what is applied here. */
export function pushDown(filter: Filter): PushDown {
  return { residual: filter };
}
