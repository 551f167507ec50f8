import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** Gaps of each row, oldest first, as their buttons are called in `data-gap`. */
export type GapKeys = readonly (readonly string[])[];

interface GapFocus {
  readonly place: RefObject<HTMLUListElement | null>;
  /** The one that the Tab key reaches; arrow keys go on from there. */
  readonly current: string | undefined;
  readonly on: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/** All gaps are one stop of the Tab key: ← → go from gap to gap, ↑ ↓ from scope to scope. */
export function useGapFocus(rows: GapKeys): GapFocus {
  const place = useRef<HTMLUListElement>(null);
  const inside = useRef(false);
  const [chosen, choose] = useState<string>();
  const withGaps = rows.filter((row) => row.length > 0);
  const known = chosen !== undefined && rows.some((row) => row.includes(chosen));
  const current = known ? chosen : withGaps[0]?.at(-1);

  // A gap that is read is no button any more: the keyboard must not be thrown back to the page's beginning.
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body) place.current?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = current === undefined ? undefined : neighbour(withGaps, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    const gaps = place.current?.querySelectorAll<HTMLElement>('[data-gap]') ?? [];
    [...gaps].find(({ dataset }) => dataset['gap'] === next)?.focus();
  };
  const onFocus = ({ target }: FocusEvent): void => {
    inside.current = true;
    if (target instanceof HTMLElement && target.dataset['gap'] !== undefined)
      choose(target.dataset['gap']);
  };
  const onBlur = ({ target }: FocusEvent): void => {
    // What was taken away did not leave on its own account.
    inside.current = !target.isConnected;
  };
  return { place, current, on: { onKeyDown, onFocus, onBlur } };
}

function neighbour(rows: GapKeys, current: string, key: string): string | undefined {
  const at = rows.findIndex((row) => row.includes(current));
  const row = rows[at] ?? [];
  const column = row.indexOf(current);
  switch (key) {
    case 'ArrowLeft':
      return row[column - 1];
    case 'ArrowRight':
      return row[column + 1];
    case 'ArrowUp':
      return rows[at - 1]?.at(-1);
    case 'ArrowDown':
      return rows[at + 1]?.at(-1);
    case 'Home':
      return rows[0]?.[0];
    case 'End':
      return rows.at(-1)?.at(-1);
    default:
      return undefined;
  }
}
