import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import { densityPreference } from '../../../ui/preference/appearance.ts';
import { safeString } from '../../../ui/safe-text/marks.ts';
import type { ColumnState } from '../../../fields/column-state.ts';
import {
  anchorColumn,
  arrivalColumns,
  choosableColumns,
  columnNamed,
} from '../../../fields/columns.ts';

/** Which columns, in which order, and how dense: loaded when it is first wanted. */
export function ColumnPreferences({ columns }: { readonly columns: ColumnState }) {
  const [density, setDensity] = densityPreference.use();
  const { shown, pinned } = columns;
  return (
    <CollectionPreferences
      title="Columns"
      confirmLabel="Confirm"
      cancelLabel="Cancel"
      preferences={{
        contentDisplay: choosableColumns(shown).map((id) => ({ id, visible: shown.includes(id) })),
        contentDensity: density,
        stickyColumns: {
          first: shown[0] !== undefined && pinned.includes(shown[0]) ? 1 : 0,
          last: 0,
        },
      }}
      contentDisplayPreference={{
        title: 'Columns shown',
        description: 'In this order. Drag a column, or move it with its handle and the arrow keys.',
        enableColumnFiltering: true,
        options: choosableColumns([...arrivalColumns, ...shown]).map((id) => ({
          id,
          label: safeString(columnNamed(id).label, 80),
          alwaysVisible: id === anchorColumn,
        })),
      }}
      contentDensityPreference={{
        label: 'Compact rows',
        description: 'More events in the same space.',
      }}
      stickyColumnsPreference={{
        firstColumns: {
          title: 'Pin the first column',
          description: 'It stays in view while the others scroll sideways.',
          options: [
            { label: 'No', value: 0 },
            { label: 'Yes', value: 1 },
          ],
        },
      }}
      onConfirm={({ detail }) => {
        const chosen = (detail.contentDisplay ?? [])
          .filter((one) => one.visible)
          .map(({ id }) => id);
        columns.show(chosen);
        const first = chosen[0] ?? anchorColumn;
        const others = pinned.filter((name) => name !== first);
        columns.pin(detail.stickyColumns?.first === 1 ? [first, ...others] : others);
        setDensity(detail.contentDensity === 'comfortable' ? 'comfortable' : 'compact');
      }}
    />
  );
}
