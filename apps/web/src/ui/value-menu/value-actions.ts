import type { Filter } from '@trailglass/query';
import { createContext } from 'react';

/** A value on the page and where it stands: a catalogue field's name or a dotted path. */
export interface ShownValue {
  readonly subject: string;
  readonly value: string;
}

/** An address within the console, and the way there. */
export interface WayToPage {
  readonly href: string;
  readonly go: () => void;
}

/** What the menu of every value does; provided once by the page, used by cells, summary and JSON leaves alike. */
export interface ValueActions {
  filterFor(shown: ShownValue): void;
  filterOut(shown: ShownValue): void;
  /** Replaces the filter. */
  only(shown: ShownValue): void;
  /** Adds a condition of any kind, as a search for a text anywhere in the record. */
  narrow(condition: Filter): void;
  addColumn(subject: string): void;
  /** All events of the list by the values that stand there. */
  groupBy(subject: string): void;
  /** Undefined for what has no page of its own. */
  pageOf(shown: ShownValue): WayToPage | undefined;
  /** Undefined for what is no access key: who handed it out, and what was done with it. */
  followSession(shown: ShownValue): (() => void) | undefined;
}

export const ValueActionsContext = createContext<ValueActions | undefined>(undefined);
