import type { Filter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Places } from '../search/targets.ts';

/** Which events a figure is about. */
export interface FigureRequest {
  readonly filter: Filter;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** `account:region`, the account by id or by name. */
  readonly scopes: readonly string[];
}
export interface HistogramRequest extends FigureRequest {
  /** About so many. */
  readonly buckets: number;
}
export interface FacetsRequest extends FigureRequest {
  /** Catalogue names or paths, as a filter writes them. */
  readonly fields: readonly string[];
  /** Only values that contain this, in any case. */
  readonly search?: string;
  readonly limit: number;
}
export interface MembersRequest extends FigureRequest {
  /** A path, as a filter writes it. */
  readonly below: string;
}

export interface FigureParts {
  readonly places: Places;
  /** Absent: nothing is kept, and nothing can be counted. */
  readonly archive?: Archive | undefined;
  readonly now: () => EpochMs;
  /** Milliseconds that a count may take. */
  readonly budgetMs?: number;
  /** And that the reasons of an empty answer may take; what is known by then is told. */
  readonly reasonsMs?: number;
}
