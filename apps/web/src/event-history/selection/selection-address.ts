import { useEffect } from 'react';
import { printEvents } from '../../address/packed-events.ts';
import type { EventAddress, PageState } from '../../address/page-state.ts';
import { setSelection, useSelection } from './selection.ts';
import type { ChangePageState } from '../../address/use-page-state.ts';

/** Browsers take only so many changes of an address in a while; somebody may press x fast. */
const SETTLED_MS = 250;

/** What the address of the first page said has been taken over. */
let opened = false;

/**
 * Keeps the selection in the address bar, for a link and a reload. The address that the page was opened at selects; from
 * then on the selection itself counts: going back in the history does not take it back.
 */
export function useSelectionInAddress({ selected }: PageState, change: ChangePageState): void {
  const selection = useSelection();
  useEffect(() => {
    if (!opened) {
      opened = true;
      if (selected && selection.length === 0) {
        setSelection(selected);
        return;
      }
    }
    if (print(selected) === print(selection)) return;
    const timer = setTimeout(() => {
      change({ selected: selection.length > 0 ? selection : undefined }, 'replace');
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [selected, selection, change]);
}

const print = (events: readonly EventAddress[] = []): string => printEvents(events);
