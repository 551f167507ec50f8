import type { GroupOrder } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { FigureRequest } from '../figures/figures.types.ts';

export interface GroupingRequest {
  /** Catalogue names or paths, as a filter writes them. */
  readonly by: readonly string[];
  readonly order: GroupOrder;
  readonly ascending: boolean;
  readonly limit: number;
  /** Only events that have a value in each field. */
  readonly present: boolean;
  /** Only groups that the time before has none of. */
  readonly onlyNew: boolean;
}
export interface GroupsRequest extends FigureRequest {
  /** Where the time before begins; it ends where the window does. */
  readonly since?: EpochMs;
  readonly groupings: readonly GroupingRequest[];
}
