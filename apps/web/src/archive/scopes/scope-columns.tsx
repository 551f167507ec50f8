import type { TableProps } from '@cloudscape-design/components/table';
import Toggle from '@cloudscape-design/components/toggle';
import { regionName } from '../../ui/region-names.ts';
import { KeptState } from './kept-state.tsx';
import { ReadBar } from './read-bar.tsx';
import type { ReadShare } from '../kept/read-share.ts';
import { Moment } from './moment.tsx';
import { isKept, type ScopeRow } from './scope-row.ts';
import styles from './scopes.module.css';

type Column = TableProps.ColumnDefinition<ScopeRow>;

export interface ColumnParts {
  readonly shares: ReadonlyMap<string, ReadShare> | undefined;
  /** Whether a scope is kept read, a change under way counted in. */
  readonly keeps: (row: ScopeRow) => boolean;
  readonly onKeep: (row: ScopeRow, keep: boolean) => void;
  /** Account and Region share a column, so that a telephone shows what can be changed beside them. */
  readonly narrow: boolean;
  /** Background reading is known and can be changed. */
  readonly canKeep: boolean;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const time = (iso: string | undefined) => (iso === undefined ? '–' : <Moment iso={iso} />);

/** Account and Region first, then what can be changed, then what there is. */
export function scopeColumns(parts: ColumnParts): readonly Column[] {
  return [
    ...(parts.narrow ? [place] : places),
    ...(parts.canKeep ? keeping(parts) : []),
    ...contents(parts),
  ];
}

const places: readonly Column[] = [
  {
    id: 'account',
    header: 'Account',
    cell: ({ name, account }) => (
      <span className={styles.place}>
        {name}
        {name !== account && <span className={styles.quiet}>{account}</span>}
      </span>
    ),
    sortingComparator: (a, b) => compareText(a.name, b.name) || compareText(a.region, b.region),
    isRowHeader: true,
    minWidth: 125,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => (
      <span className={styles.place}>
        {region}
        <span className={styles.quiet}>{regionName(region)}</span>
      </span>
    ),
    sortingComparator: (a, b) => compareText(a.region, b.region) || compareText(a.name, b.name),
    minWidth: 160,
  },
];

const place: Column = {
  id: 'place',
  header: 'Account, Region',
  cell: ({ name, region }) => (
    <span className={styles.place}>
      {name}
      <span className={styles.quiet}>{region}</span>
    </span>
  ),
  isRowHeader: true,
  minWidth: 140,
};

const keeping = ({ keeps, onKeep }: ColumnParts): readonly Column[] => [
  {
    id: 'keep',
    header: 'Keep read',
    cell: (row) =>
      row.kept ? (
        <Toggle
          checked={keeps(row)}
          onChange={({ detail }) => onKeep(row, detail.checked)}
          ariaLabel={`Keep ${row.name}, ${row.region} read`}
        />
      ) : (
        <span title="This server does not read it any more">–</span>
      ),
    sortingComparator: (a, b) => Number(isKept(b)) - Number(isKept(a)),
    minWidth: 115,
  },
  {
    id: 'state',
    header: 'Background reading',
    cell: ({ kept }) => <KeptState kept={kept} />,
    sortingComparator: (a, b) => compareText(a.kept?.state ?? '', b.kept?.state ?? ''),
    minWidth: 195,
  },
];

const contents = ({ shares }: ColumnParts): readonly Column[] => [
  {
    id: 'read',
    header: 'Read of 90 days',
    cell: ({ scope }) => <ReadBar read={shares?.get(scope)} />,
    sortingComparator: (a, b) =>
      (shares?.get(a.scope)?.share ?? -1) - (shares?.get(b.scope)?.share ?? -1),
    minWidth: 140,
  },
  {
    id: 'events',
    header: 'Events',
    cell: ({ events }) => <span className={styles.count}>{events.toLocaleString('en')}</span>,
    sortingComparator: (a, b) => a.events - b.events,
    minWidth: 90,
  },
  {
    id: 'oldest',
    header: 'Oldest',
    cell: ({ oldest }) => time(oldest),
    sortingComparator: (a, b) => compareText(a.oldest ?? '', b.oldest ?? ''),
    minWidth: 120,
  },
  {
    id: 'newest',
    header: 'Newest',
    cell: ({ newest }) => time(newest),
    sortingComparator: (a, b) => compareText(a.newest ?? '', b.newest ?? ''),
    minWidth: 120,
  },
];
