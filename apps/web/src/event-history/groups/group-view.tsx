import Button from '@cloudscape-design/components/button';
import Table from '@cloudscape-design/components/table';
import { useRouter } from '@tanstack/react-router';
import type { GroupRow } from '@trailglass/api';
import { type ReactNode, useMemo, useState } from 'react';
import { printSearch } from '../../address/search-params.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { asProblem } from '../../event/use-event.ts';
import { useAsked } from '../results/asked.ts';
import { fieldLabel } from '../../fields/field-label.ts';
import type { PageState } from '../../address/page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { buildPageState } from '../../address/url.ts';
import { GroupBar } from './group-bar.tsx';
import { groupColumns } from '../../group-table/group-columns.tsx';
import { groupFilter } from '../../group-table/group-filter.ts';
import { groupWords } from './group-words.ts';
import styles from './groups.module.css';
import { largestFirst, useGroups } from './use-groups.ts';

interface Props {
  readonly store: ResultsStore;
  readonly page: PageState;
  readonly by: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>, how?: 'replace') => void;
  /** Stands in place of the table when nothing matches and nothing more is coming. */
  readonly empty: ReactNode;
}

/** Groups at first, and after each press of the button. */
const steps = [50, 200, 500] as const;

/** The events by their values, in place of the list: how many, of what kind, from when to when. */
export function GroupView({ store, page, by, names, onChange, empty }: Props) {
  const router = useRouter();
  const results = useResults(store);
  const asked = useAsked(results);
  const [step, setStep] = useState(0);
  const sort = page.sort ?? largestFirst;
  const { data, error, refetch } = useGroups(
    by,
    sort,
    steps[step] ?? steps[0],
    asked,
    results.phase,
  );
  // While another field is counted, the table before it would stand under the wrong heading.
  const found = data && data.by.join('\n') === by.join('\n') ? data : undefined;
  const rows = useMemo(() => [...(found?.rows ?? [])], [found]);
  const hrefOf = (row: GroupRow, also?: string): string | undefined => {
    const q = groupFilter(page.q, by, row.values, also);
    if (q === undefined) return undefined;
    const { group: _group, sort: _sort, event: _event, selected: _selected, ...rest } = page;
    return `/events${printSearch(buildPageState({ ...rest, q }))}`;
  };
  const columns = groupColumns({
    by,
    names,
    most: Math.max(1, ...rows.map(({ count }) => count)),
    hrefOf,
    onFollow: (href) => router.history.push(href),
  });
  const sorted = columns.find(({ sortingField }) => sortingField === sort.by);
  const nothing = found?.total === 0 && results.phase !== 'reading' && results.phase !== 'idle';
  const more = found ? found.total - found.long - rows.length : 0;
  return (
    <section className={styles.view} aria-label={`Grouped by ${by.map(fieldLabel).join(', ')}`}>
      <GroupBar
        by={by}
        onChange={(group) => onChange({ group })}
        onLeave={() => onChange({ group: undefined, sort: undefined })}
      />
      {error && <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />}
      {error && !found ? null : nothing ? (
        empty
      ) : (
        <>
          <output className={styles.words}>
            {found && groupWords(found, by, results.phase === 'reading')}
          </output>
          <div className={styles.table} style={{ ['--fields' as string]: by.length }}>
            <Table
              variant="borderless"
              contentDensity="compact"
              stickyHeader
              trackBy={({ values }) => JSON.stringify(values)}
              items={rows}
              columnDefinitions={columns}
              {...(sorted && { sortingColumn: sorted })}
              sortingDescending={!sort.ascending}
              onSortingChange={({ detail }) => {
                const { sortingField } = detail.sortingColumn;
                const column = columns.find((one) => one.sortingField === sortingField);
                const order = orders.find((one) => one === column?.sortingField);
                if (!order) return;
                // Of figures the largest are looked for first, of values the first.
                const ascending = order === sort.by ? !detail.isDescending : order === 'value';
                onChange({ sort: { by: order, ascending } }, 'replace');
              }}
              loading={!found}
              loadingText="Counting"
              ariaLabels={{ tableLabel: `Events by ${by.map(fieldLabel).join(', ')}` }}
              enableKeyboardNavigation={false}
              footer={
                found &&
                (more > 0 || found.long > 0) && (
                  <span className={styles.more}>
                    {more > 0 && `and ${more.toLocaleString('en')} more `}
                    {more > 0 && step < steps.length - 1 && (
                      <Button variant="inline-link" onClick={() => setStep(step + 1)}>
                        Show more
                      </Button>
                    )}
                    {found.long > 0 &&
                      ` ${found.long.toLocaleString('en')} with values longer than a filter can hold are not listed.`}
                  </span>
                )
              }
            />
          </div>
        </>
      )}
    </section>
  );
}

const orders = ['count', 'value', 'first', 'last', 'errors', 'writes'] as const;
