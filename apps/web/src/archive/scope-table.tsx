import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { Archive } from '@trailglass/api';
import { regionName } from '../ui/region-names.ts';
import { TimeLabel } from '../ui/time-label.tsx';

type Scope = Archive['scopes'][number];
type Column = TableProps.ColumnDefinition<Scope>;

interface Props {
  readonly scopes: readonly Scope[];
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
}

const time = (iso: string | undefined) =>
  iso === undefined ? '–' : <TimeLabel iso={iso} offset />;

/** How much of each account and Region is kept, and from when to when. */
export function ScopeTable({ scopes, names }: Props) {
  const columns: readonly Column[] = [
    {
      id: 'account',
      header: 'Account',
      cell: ({ account }) => {
        const name = names.get(account);
        return name === undefined || name === account ? account : `${name} (${account})`;
      },
      isRowHeader: true,
      minWidth: 200,
    },
    {
      id: 'region',
      header: 'Region',
      cell: ({ region }) => {
        const name = regionName(region);
        return name === undefined ? region : `${region} · ${name}`;
      },
      minWidth: 230,
    },
    {
      id: 'events',
      header: 'Events',
      cell: ({ events }) => events.toLocaleString('en'),
      minWidth: 110,
    },
    {
      id: 'oldest',
      header: 'Oldest event',
      cell: ({ oldest }) => time(oldest),
      minWidth: 180,
    },
    {
      id: 'newest',
      header: 'Newest event',
      cell: ({ newest }) => time(newest),
      minWidth: 180,
    },
  ];
  return (
    <Table
      items={scopes}
      trackBy={({ account, region }) => `${account}:${region}`}
      columnDefinitions={columns}
      header={
        <Header variant="h2" counter={`(${scopes.length})`}>
          Events kept, by account and Region
        </Header>
      }
      empty="Nothing has been read yet. What a search reads is kept here."
    />
  );
}
