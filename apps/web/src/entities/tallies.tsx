import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import type { Stretch } from '../coverage/stretch.ts';
import type { TimeRange } from '../address/page-state.ts';
import { percent } from '../ui/numbers/percent.ts';
import { TimeLabel } from '../ui/time/time-label.tsx';
import styles from './entity.module.css';
import { readUpTo } from './read-up-to.ts';
import type { Told } from './told.ts';
import type { Ways } from './ways.ts';

interface Props {
  readonly told: Told;
  /** All scopes' coverage in one, oldest first; empty while it is not known. */
  readonly coverage: readonly Stretch[];
  readonly ways: Ways;
}

/** How much there is in all, from when to when, and from how much of the time that was counted. */
export function Tallies({ told: { all, covered, to }, coverage, ways }: Props) {
  const { count, errors, writes, first, last } = all;
  const way = (figure: number, also?: string, what = ''): ReactNode => {
    const path = figure === 0 ? undefined : ways.path(also === undefined ? {} : { also });
    const text = figure.toLocaleString('en');
    if (path === undefined) return text;
    return (
      <Link href={path} onFollow={ways.follow} ariaLabel={`${text} ${what}`}>
        {text}
      </Link>
    );
  };
  const upTo = readUpTo(coverage, to);
  const moment = (iso: string | undefined): ReactNode => {
    if (iso === undefined) return '–';
    const range: TimeRange = { kind: 'absolute', from: iso, to: iso };
    return (
      <span className={styles.moment}>
        <Link href={ways.path({ range }) ?? ''} onFollow={ways.follow}>
          <TimeLabel iso={iso} offset />
        </Link>
      </span>
    );
  };
  return (
    <div>
      <KeyValuePairs
        columns={4}
        minColumnWidth={120}
        items={[
          { label: 'Events', value: way(count, undefined, 'events') },
          { label: 'Errors', value: way(errors, 'errorCode:*', 'errors') },
          { label: 'Writes', value: way(writes, 'readOnly:false', 'writes') },
          {
            label: 'First and last seen in this range',
            value: (
              <>
                {moment(first)}
                {last !== first && <> – {moment(last)}</>}
              </>
            ),
          },
        ]}
      />
      <output className={styles.words}>
        {upTo !== undefined ? (
          <>
            Read up to <TimeLabel iso={upTo} offset />: what came later is not counted yet.
          </>
        ) : covered < 1 ? (
          <>
            Counted over the {percent(covered)} of this range that is read.{' '}
            <Link href={ways.path({}) ?? ''} onFollow={ways.follow}>
              {count === 0 ? 'Look for its events' : 'Read the rest'}
            </Link>
          </>
        ) : count === 0 ? (
          'Everything in this range was read, and nothing of it is here. Choose a longer range, or more accounts and Regions.'
        ) : (
          'All of this range was read.'
        )}
      </output>
    </div>
  );
}
