import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { GroupRow } from '@trailglass/api';
import type { PageState } from '../address/page-state.ts';
import { counted } from '../ui/numbers/count.ts';
import { percent } from '../ui/numbers/percent.ts';
import { safeString } from '../ui/safe-text/marks.ts';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../ui/time/time-label.tsx';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import styles from './entity.module.css';
import { isLong, newsState, timeBefore } from './news-words.ts';
import type { Listed, Told } from './told.ts';
import type { Ways } from './ways.ts';

interface Props {
  readonly told: Told;
  readonly ways: Ways;
  readonly onRange: (range: PageState['range']) => void;
}

/** What the time before has none of; only where enough of it is read to tell. */
export function News({ told, ways, onRange }: Props) {
  const zone = useTimeZone();
  const state = newsState(told);
  const { before, lists } = told;
  if (!before || state === undefined) return null;
  const against = timeBefore(before, zone);
  const rangeBefore = { kind: 'absolute', from: before.from, to: before.to } as const;
  const news = lists.filter(({ fresh }) => fresh && fresh.total > 0);
  return (
    <Container header={<Header variant="h2">New in this range</Header>}>
      {state === 'thin' ? (
        <div className={styles.thin}>
          <Box>
            What is new cannot be told: of the time before ({against}), {percent(before.covered)} is
            read.
          </Box>
          <Button href={ways.path({ range: rangeBefore }) ?? ''} onFollow={ways.follow}>
            Read the time before
          </Button>
          {isLong(told) && (
            <Button onClick={() => onRange({ kind: 'relative', amount: 7, unit: 'day' })}>
              Look at the last 7 days
            </Button>
          )}
        </div>
      ) : (
        <>
          <Box color="text-body-secondary" fontSize="body-s">
            Against the time before: {against}, {percent(before.covered)} of it read, with{' '}
            {counted(before.count, 'event')} of this one.
          </Box>
          {state === 'all' && (
            <Box padding={{ top: 'xs' }}>
              Nothing of it was seen in the time before, so all of it is new.
            </Box>
          )}
          {state === 'some' && news.length === 0 && (
            <Box padding={{ top: 'xs' }}>
              Nothing: each API, Region, user agent and address was there before.
            </Box>
          )}
          {state === 'some' &&
            news.map((list) => <NewOf key={list.title} list={list} ways={ways} />)}
        </>
      )}
    </Container>
  );
}

function NewOf({ list, ways }: { readonly list: Listed; readonly ways: Ways }) {
  const { rows = [], total = 0 } = list.fresh ?? {};
  return (
    <section className={styles.news} aria-label={`New ${list.title}`}>
      <h3>
        {counted(total, `new ${list.one}`, `new ${list.one}${list.one.endsWith('s') ? 'es' : 's'}`)}
      </h3>
      <ul>
        {rows.map((row) => (
          <NewRow key={JSON.stringify(row.values)} row={row} list={list} ways={ways} />
        ))}
        {total > rows.length && <li>and {(total - rows.length).toLocaleString('en')} more</li>}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly row: GroupRow;
  readonly list: Listed;
  readonly ways: Ways;
}

function NewRow({ row, list, ways }: RowProps) {
  const text = row.values.map((value) => value ?? '').join(' · ');
  const path = ways.path({ by: list.by, row });
  const shown = <SafeText text={text === '' ? 'an object' : text} limit={160} expandable={false} />;
  return (
    <li>
      {path === undefined ? (
        shown
      ) : (
        <Link href={path} onFollow={ways.follow} ariaLabel={safeString(text, 160)}>
          {shown}
        </Link>
      )}{' '}
      <span className={styles.quiet}>
        {counted(row.count, 'event')}
        {row.errors > 0 && `, ${counted(row.errors, 'error')}`}
        {row.first !== undefined && (
          <>
            {', first '}
            <TimeLabel iso={row.first} />
          </>
        )}
      </span>
    </li>
  );
}
