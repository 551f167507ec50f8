import type { GroupOrder } from '@trailglass/api';

/** The window a search looks at. Relative ranges end at the server's now. */
export type TimeRange =
  | {
      readonly kind: 'relative';
      readonly amount: number;
      readonly unit: 'minute' | 'hour' | 'day';
    }
  /** ISO 8601 in UTC, both ends inclusive. */
  | { readonly kind: 'absolute'; readonly from: string; readonly to: string };

/** Which event is open, wherever it was read. */
export interface EventAddress {
  readonly account: string;
  readonly region: string;
  readonly eventId: string;
  /** ISO; narrows the look-up. */
  readonly time?: string;
}

/** How groups are put in order. */
export interface GroupSort {
  readonly by: GroupOrder;
  readonly ascending: boolean;
}

/** Some events of the question: those of a time (ISO, both ends inclusive), or these by their ids. */
export type Differ =
  | { readonly kind: 'span'; readonly from: string; readonly to: string }
  | { readonly kind: 'events'; readonly ids: readonly string[] };

/** More events are a time, or a filter. */
export const selectionLimit = 200;

/** Everything about the page that the address bar owns. */
export interface PageState {
  /** The filter's text; on arrival `readOnly:false`, as in the AWS console. */
  readonly q: string;
  readonly range: TimeRange;
  /** Chosen accounts (ids) and Regions; empty means all that the server offers. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** Columns in order: catalogue field names or dotted paths; absent: as the reader last left them. */
  readonly columns?: readonly string[];
  /** One or two fields or paths: the events are shown grouped by them, in place of the list. */
  readonly group?: readonly string[];
  /** Absent: the largest group first. */
  readonly sort?: GroupSort;
  /** These events are set against the others of the question, in place of the list. */
  readonly differ?: Differ;
  /** The time around the range, from which the reader looked closer; ISO. Goes when another range is chosen. */
  readonly around?: { readonly from: string; readonly to: string };
  /** The events that are selected, for a link or a reload. */
  readonly selected?: readonly EventAddress[];
  /** The event whose drawer is open. */
  readonly event?: EventAddress;
}

export const arrival: PageState = {
  q: 'readOnly:false',
  range: { kind: 'relative', amount: 90, unit: 'day' },
  accounts: [],
  regions: [],
};
