import { useCollection } from '@cloudscape-design/collection-hooks';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { Keeping } from '@trailglass/api';
import { useMemo } from 'react';
import { counted } from '../../ui/numbers/count.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useChangeKeeping } from '../kept/archive-queries.ts';
import type { ReadShare } from '../kept/read-share.ts';
import { scopeColumns } from './scope-columns.tsx';
import { ScopeHeader } from './scope-header.tsx';
import { isKept, type ScopeRow } from './scope-row.ts';

interface Props {
  readonly rows: readonly ScopeRow[];
  readonly keeping: Keeping | undefined;
  readonly shares: ReadonlyMap<string, ReadShare> | undefined;
  readonly loading: boolean;
}

const PAGE = 50;

/** What is kept of each account and Region, and whether it is read in the background. */
export function ScopeTable({ rows, keeping, shares, loading }: Props) {
  const { keep, pause, underWay } = useChangeKeeping();
  const keeps = (row: ScopeRow): boolean =>
    underWay.findLast(({ scopes }) => scopes.includes(row.scope))?.keep ?? isKept(row);

  const columns = scopeColumns({
    shares,
    keeps,
    onKeep: (row, on) => keep.mutate({ scopes: [row.scope], keep: on }),
    narrow: useMedia('(max-width: 599px)'),
    canKeep: keeping !== undefined,
  });
  const items = useMemo(() => [...rows], [rows]);
  const {
    items: shown,
    collectionProps,
    filterProps,
    filteredItemsCount,
    paginationProps,
    actions,
  } = useCollection(items, {
    filtering: {
      fields: ['name', 'account', 'region'],
      noMatch: 'No account and no Region of that name.',
      empty: 'This server reads no account.',
    },
    pagination: { pageSize: PAGE },
    sorting: {},
    selection: { trackBy: 'scope' },
  });
  const selected = collectionProps.selectedItems ?? [];

  return (
    <Table
      {...collectionProps}
      items={shown}
      columnDefinitions={columns}
      {...(keeping && { selectionType: 'multi' as const })}
      isItemDisabled={({ kept }) => kept === undefined}
      loading={loading}
      loadingText="Reading the archive"
      ariaLabels={{
        tableLabel: 'Accounts and Regions',
        selectionGroupLabel: 'Accounts and Regions to change',
        allItemsSelectionLabel: () => 'Select all',
        itemSelectionLabel: (_, { name, region }) => `Select ${name}, ${region}`,
      }}
      header={
        <ScopeHeader
          rows={rows}
          selected={selected}
          keeping={keeping}
          keeps={keeps}
          busy={keep.isPending || pause.isPending}
          onKeep={(some, on) => {
            keep.mutate({ scopes: some.map(({ scope }) => scope), keep: on });
            actions.setSelectedItems([]);
          }}
          onPause={(paused) => pause.mutate(paused)}
        />
      }
      filter={
        rows.length > 10 && (
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find accounts and Regions"
            filteringAriaLabel="Find accounts and Regions"
            countText={counted(filteredItemsCount ?? 0, 'match', 'matches')}
          />
        )
      }
      pagination={rows.length > PAGE && <Pagination {...paginationProps} />}
    />
  );
}
