import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { printSearch } from '../../address/search-params.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { asProblem } from '../../event/use-event.ts';
import { groupFilter } from '../../group-table/group-filter.ts';
import { useAsked } from '../results/asked.ts';
import type { Differ, PageState } from '../../address/page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { buildPageState } from '../../address/url.ts';
import styles from './difference.module.css';
import { DifferenceFound } from './difference-found.tsx';
import { againstWords, theseWords, whichWords } from './difference-words.ts';
import { useDifference } from './use-difference.ts';

interface Props {
  readonly store: ResultsStore;
  readonly page: PageState;
  readonly differ: Differ;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** What some events have that the others of the same question have not, in place of the list. */
export function DifferenceView({ store, page, differ, names, onChange }: Props): ReactNode {
  const router = useRouter();
  const zone = useTimeZone();
  const results = useResults(store);
  const { data, error, refetch } = useDifference(differ, useAsked(results), results.phase);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever asked for it by keyboard goes on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // Opened by a link nobody has pressed a key yet: the browser would draw a ring all the same.
  const [byLink] = useState(() => !navigator.userActivation.hasBeenActive);
  const leave = (): void => onChange({ differ: undefined });
  const hrefOf = (subject: string, value: string | undefined): string | undefined => {
    const q = groupFilter(page.q, [subject], [value ?? null]);
    return q === undefined ? undefined : hrefTo({ ...page, q }, differ);
  };
  return (
    <section className={styles.view} aria-labelledby="difference-title">
      <div className={styles.head}>
        <div>
          <h2
            ref={heading}
            id="difference-title"
            tabIndex={-1}
            className={byLink ? styles.titleByLink : styles.title}
          >
            What is different about {data ? theseWords(data) : 'these events'}
          </h2>
          <p className={styles.about}>
            {whichWords(differ, zone)}
            {data && data.others > 0 && ` · ${againstWords(data)}`}
          </p>
        </div>
        <div className={styles.buttons}>
          {differ.kind === 'span' && (
            <Button
              onClick={() => {
                const { from, to } = differ;
                onChange({ range: { kind: 'absolute', from, to }, differ: undefined });
              }}
            >
              Show these events
            </Button>
          )}
          <Button onClick={leave}>Back to the list</Button>
        </div>
      </div>
      {error && <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data ? (
        <DifferenceFound
          found={data}
          reading={results.phase === 'reading'}
          names={names}
          hrefOf={hrefOf}
          onFollow={(href) => router.history.push(href)}
        />
      ) : (
        !error && <p className={styles.note}>Counting…</p>
      )}
    </section>
  );
}

/** The list of these events alone, where the address can say so; else of all that have the value. */
function hrefTo(
  { differ: _differ, around: _around, event: _event, selected: _selected, ...page }: PageState,
  differ: Differ,
): string {
  const range =
    differ.kind === 'span'
      ? ({ kind: 'absolute', from: differ.from, to: differ.to } as const)
      : page.range;
  return `/events${printSearch(buildPageState({ ...page, range }))}`;
}
