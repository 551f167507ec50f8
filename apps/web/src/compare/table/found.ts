import type { EventAddress } from '../../address/page-state.ts';
import type { Whole } from '../../event/whole.ts';

/** An event of the comparison that could be read. */
export interface Found {
  readonly address: EventAddress;
  readonly whole: Whole;
}
