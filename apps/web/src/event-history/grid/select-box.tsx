import type { EventRow } from '@trailglass/api';
import type { ChangeEvent } from 'react';
import { addressOf } from '../open-event.ts';
import { toggleSelected } from '../selection.ts';
import styles from './select-box.module.css';

interface Props {
  readonly row: EventRow;
  readonly selected: boolean;
}

/** Selects the event for comparison; for the keyboard, x on its row does. */
export function SelectBox({ row, selected }: Props) {
  const { eventName } = row;
  const toggle = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    toggleSelected(addressOf(row));
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
      onClick={(click) => click.stopPropagation()}
    />
  );
}
