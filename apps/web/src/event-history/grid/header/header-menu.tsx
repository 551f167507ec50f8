import ButtonDropdown, {
  type ButtonDropdownProps,
} from '@cloudscape-design/components/button-dropdown';
import { use } from 'react';
import { ValueActionsContext } from '../../../ui/value-menu/value-actions.ts';
import { columnLimits } from '../../../fields/columns.ts';
import {
  type EventColumn,
  type EventTable,
  isAnchor,
  moveColumn,
  nameOf,
  resizeColumn,
} from '../table/event-table.ts';

interface Props {
  readonly table: EventTable;
  readonly column: EventColumn;
  readonly label: string;
}

/** What can be done with a column, for the pointer and for the keyboard alike. */
export function HeaderMenu({ table, column, label }: Props) {
  const actions = use(ValueActionsContext);
  const pinned = column.getIsPinned() !== false;
  const visible = table.getVisibleLeafColumns();
  const at = visible.indexOf(column);
  /** Pinned columns stand before the others whatever their order, so a move across that line would show nothing. */
  const movable = (to: number): boolean => visible[to]?.getIsPinned() === column.getIsPinned();
  const items: ButtonDropdownProps.Items = [
    ...(actions ? [{ id: 'group', text: 'Group by this column' }] : []),
    { id: 'pin', text: pinned ? 'Unpin' : 'Pin to the left' },
    { id: 'left', text: 'Move left', disabled: !movable(at - 1) },
    { id: 'right', text: 'Move right', disabled: !movable(at + 1) },
    { id: 'wider', text: 'Wider', secondaryText: 'Shift + →' },
    { id: 'narrower', text: 'Narrower', secondaryText: 'Shift + ←' },
    { id: 'reset', text: 'Reset width' },
    { id: 'hide', text: 'Hide column', disabled: isAnchor(column) },
  ];
  const act: Readonly<Record<string, () => void>> = {
    group: () => actions?.groupBy(nameOf(column.id)),
    pin: () => column.pin(pinned ? false : 'start'),
    left: () => moveColumn(table, column, -1),
    right: () => moveColumn(table, column, 1),
    wider: () => resizeColumn(table, column, columnLimits.step * 3),
    narrower: () => resizeColumn(table, column, -columnLimits.step * 3),
    reset: () => column.resetSize(),
    hide: () => column.toggleVisibility(false),
  };
  return (
    <ButtonDropdown
      variant="inline-icon"
      items={items}
      ariaLabel={`Column ${label}`}
      expandToViewport
      onItemClick={({ detail }) => act[detail.id]?.()}
    />
  );
}
