import Badge from '@cloudscape-design/components/badge';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { GroupRow } from '@trailglass/api';
import { useAccountNames } from '../api/about.ts';
import { groupColumns } from '../group-table/group-columns.tsx';
import { printSearch } from '../address/search-params.ts';
import { buildPageState } from '../address/url.ts';
import { usePageState } from '../address/use-page-state.ts';
import styles from './entity.module.css';
import { newsState } from './news-words.ts';
import type { Listed, Told } from './told.ts';
import type { Ways } from './ways.ts';

interface Props {
  readonly told: Told;
  readonly ways: Ways;
  /** The filter's text for all of it. */
  readonly q: string;
}

/** What it did, where, with what and from where: each a short table whose figures lead to their events. */
export function EntityLists({ told, ways, q }: Props) {
  const names = useAccountNames();
  const tellsNew = newsState(told) === 'some';
  return (
    <div className={styles.lists}>
      {told.lists
        .filter(({ total }) => total > 0)
        .map((list) => (
          <List key={list.title} list={list} ways={ways} q={q} names={names} tellsNew={tellsNew} />
        ))}
    </div>
  );
}

interface ListProps {
  readonly list: Listed;
  readonly ways: Ways;
  readonly q: string;
  readonly names: ReadonlyMap<string, string>;
  readonly tellsNew: boolean;
}

function List({ list, ways, q, names, tellsNew }: ListProps) {
  const [{ range, accounts, regions }] = usePageState();
  const { by, rows, total, title } = list;
  const isWide = by.length > 1;
  const columns = groupColumns({
    by,
    names,
    most: Math.max(1, ...rows.map(({ count }) => count)),
    hrefOf: (row, also) => ways.path({ by, row, ...(also !== undefined && { also }) }),
    onFollow: ways.go,
  }).filter(({ id }) => isWide || !['writes', 'first'].includes(id ?? ''));
  const all = `/events${printSearch(buildPageState({ q, range, accounts, regions, group: [...by] }))}`;
  return (
    <div className={isWide ? styles.wide : styles.narrow}>
      <Table
        variant="container"
        contentDensity="compact"
        trackBy={({ values }) => JSON.stringify(values)}
        items={[...rows]}
        columnDefinitions={tellsNew && list.news ? marked(columns) : columns}
        sortingDisabled
        ariaLabels={{ tableLabel: title }}
        header={
          <Header variant="h2" counter={`(${total.toLocaleString('en')})`}>
            {title}
          </Header>
        }
        footer={
          total > rows.length && (
            <Link href={all} onFollow={ways.follow}>
              All {total.toLocaleString('en')}
            </Link>
          )
        }
      />
    </div>
  );
}

type Column = TableProps.ColumnDefinition<GroupRow>;

/** With a badge on rows that the time before has none of. */
const marked = ([first, ...rest]: readonly Column[]): readonly Column[] =>
  first
    ? [
        {
          ...first,
          cell: (row) => (
            <span className={styles.marked}>
              {first.cell(row)}
              {row.before === 0 && <Badge color="blue">New</Badge>}
            </span>
          ),
        },
        ...rest,
      ]
    : rest;
