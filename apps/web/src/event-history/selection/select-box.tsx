import type { EventRow } from '@trailglass/api';
import type { ChangeEvent } from 'react';
import { selectThrough, toggleSelected } from './selection.ts';
import styles from './select-box.module.css';
import { addressOf } from '../../address/event-address.ts';

interface Props {
  readonly row: EventRow;
  readonly selected: boolean;
}

/** Selects the event, with Shift all from the last one to here; for the keyboard, x on its row does. */
export function SelectBox({ row, selected }: Props) {
  const { eventName } = row;
  const toggle = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>): void => {
    const through = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
    (through ? selectThrough : toggleSelected)(addressOf(row));
    // The grid's own keys work from its cells.
    currentTarget.closest('td')?.focus({ preventScroll: true });
  };
  return (
    <input
      type="checkbox"
      className={styles.box}
      checked={selected}
      tabIndex={-1}
      aria-label={`Select ${typeof eventName === 'string' ? eventName : 'event'}`}
      onChange={toggle}
      // Else the text between would be selected, too.
      onMouseDown={(press) => press.shiftKey && press.preventDefault()}
      onClick={(click) => click.stopPropagation()}
    />
  );
}
