import type { Scope } from '@trailglass/record';
import type { Request } from '../../protocol/protocol.ts';
import type { PlacedEvent } from '../../statements/event-row.ts';

type Asked = Extract<Request, { op: 'read' }>;
/** The place of an event in the order of a list, newest first. */
export type Position = NonNullable<Asked['below']>;

/** What is read of several scopes at once: the same events of each. */
export interface Read extends Pick<
  Asked,
  'from' | 'to' | 'filter' | 'limit' | 'below' | 'search' | 'whole'
> {
  readonly scopes: readonly Scope[];
  /** So many will do, if what is read first has no more; absent: as many as the limit. */
  readonly enough?: number;
}

export type Found = PlacedEvent;

/** Where reading stopped: at an event of one scope, or between two times. */
export interface Stop extends Position {
  readonly scope?: string;
}

/** A part of a run that answers a read; without `stopped` all there is. */
export interface Part {
  readonly found: readonly Found[];
  readonly stopped?: Stop;
}
