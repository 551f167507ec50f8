import type { TrailEvent } from '@trailglass/record';
import { type RefObject, use, useEffect, useEffectEvent, useRef, useState } from 'react';
import { safeString } from '../../../ui/safe-text/marks.ts';
import { type ValueActions, ValueActionsContext } from '../../../ui/value-menu/value-actions.ts';
import { type SelectedSearch, selectedSearch } from './selected-search.ts';
import { subjectLabel, subjectOf } from '../../../fields/subjects.ts';
import { endOfSelection, readSelection } from './read-selection.ts';
import { type SearchOf, searchOf } from './search-of.ts';
import styles from './selection-search.module.css';

interface Props {
  /** Where the event is shown. */
  readonly within: RefObject<HTMLElement | null>;
  readonly event: TrailEvent | undefined;
}

interface Offer {
  readonly search: SelectedSearch;
  readonly place: DOMRect;
}

/** A selection is looked at when it has stood still so long, ms. */
const PAUSE = 200;

/** Any text selected in an event can be searched: a small button below it, and a command in the palette. */
export function SelectionSearch({ within, event }: Props) {
  const actions = use(ValueActionsContext);
  const [offer, setOffer] = useState<Offer>();
  const button = useRef<HTMLButtonElement>(null);

  const look = useEffectEvent(() => {
    const selected = within.current ? readSelection(within.current) : undefined;
    const found = selected && searchOf(selected, event);
    const search = found && actions ? offered(found, actions) : undefined;
    selectedSearch.set(search);
    const place = search && endOfSelection();
    // Scrolled away, it is still the palette's.
    setOffer(
      place && within.current && isSeen(place, within.current) ? { search, place } : undefined,
    );
  });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    const soon = (): void => {
      clearTimeout(waiting);
      if (!pressed) waiting = setTimeout(() => look(), PAUSE);
    };
    const press = (): void => void (pressed = true);
    const release = (): void => {
      pressed = false;
      soon();
    };
    const scrolled = (): void => {
      setOffer(undefined);
      soon();
    };
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    document.addEventListener('selectionchange', soon, options);
    document.addEventListener('pointerdown', press, options);
    document.addEventListener('pointerup', release, options);
    document.addEventListener('pointercancel', release, options);
    document.addEventListener('scroll', scrolled, { ...options, capture: true });
    return () => {
      stop.abort();
      clearTimeout(waiting);
      selectedSearch.set(undefined);
    };
  }, []);
  useEffect(() => {
    const { current } = button;
    if (!current || !offer) return;
    current.showPopover?.();
    const { width, height } = current.getBoundingClientRect();
    const { right, bottom, top } = offer.place;
    const below = bottom + 4 + height <= innerHeight - 8;
    current.style.left = `${Math.max(8, Math.min(right - width / 2, innerWidth - width - 8))}px`;
    current.style.top = `${below ? bottom + 4 : Math.max(8, top - height - 4)}px`;
  }, [offer]);

  return (
    offer && (
      <button
        ref={button}
        type="button"
        popover="manual"
        data-part="selected-text"
        className={styles.search}
        // The selection stays while the button is pressed.
        onPointerDown={(press) => press.preventDefault()}
        onClick={() => {
          getSelection()?.removeAllRanges();
          offer.search.act();
        }}
      >
        {offer.search.words}
      </button>
    )
  );
}

const isSeen = (place: DOMRect, within: Element): boolean => {
  const { top, bottom } = within.getBoundingClientRect();
  return place.bottom > Math.max(0, top) && place.top < Math.min(innerHeight, bottom);
};

function offered(found: SearchOf, actions: ValueActions): SelectedSearch {
  if (found.by === 'value') {
    const { subject, value } = found.value;
    const named = subjectOf(subject);
    const what = `${safeString(named ? subjectLabel(named) : subject, 60)} = ${safeString(value, 60)}`;
    return { words: `Filter for ${what}`, what, act: () => actions.filterFor(found.value) };
  }
  const what = found.words.map((word) => `“${safeString(word, 60)}”`).join(' and ');
  const act = (): void => actions.narrow(found.filter);
  return { words: `Search events for ${what}`, what, act };
}
