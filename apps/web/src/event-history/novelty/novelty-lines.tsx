import Link from '@cloudscape-design/components/link';
import { useRouter } from '@tanstack/react-router';
import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { useAbout } from '../../api/about.ts';
import { printSearch } from '../../address/search-params.ts';
import { dayTimeWords } from '../../ui/time/day-words.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { arrival } from '../../address/page-state.ts';
import { buildPageState } from '../../address/url.ts';
import badge from './badge.module.css';
import styles from './novelty-lines.module.css';
import { useNovelty } from './novelties.ts';
import { noveltyPreference } from './novelty-preference.ts';
import { baselineWords, markWords, principalWords, wholeWords } from './novelty-words.ts';
import { addressOf } from '../../address/event-address.ts';

/** What is new about an event, against what, and the way to that; nothing where nothing is. */
export function NoveltyLines({ row }: { readonly row: EventRow }): ReactNode {
  const [shown] = noveltyPreference.use();
  return shown === 'shown' ? <Lines row={row} /> : null;
}

function Lines({ row }: { readonly row: EventRow }): ReactNode {
  const zone = useTimeZone();
  const { accounts } = useAbout();
  const router = useRouter();
  const novelty = useNovelty(addressOf(row));
  if (!novelty?.against || novelty.marks.length === 0) return null;
  const { marks, against } = novelty;
  const account = accounts.find(({ id }) => id === row.account)?.name ?? row.account;
  const { q, from, to } = against;
  const range = { kind: 'absolute', from, to } as const;
  const path = `/events${printSearch(buildPageState({ ...arrival, q, range }))}`;
  return (
    <section className={styles.novelty} aria-label="New or rare for its principal">
      <ul className={styles.marks}>
        {marks.map((mark) => (
          <li key={mark.of}>
            <span className={mark.kind === 'new' ? badge.new : badge.rare} aria-hidden="true">
              {mark.kind === 'new' ? 'New' : 'Rare'}
            </span>{' '}
            <SafeText text={markWords(mark, against, zone)} limit={400} expandable={false} />
          </li>
        ))}
      </ul>
      <p className={styles.against}>
        Compared with {baselineWords(against)}, from {dayTimeWords(Date.parse(from), zone)} on:{' '}
        {wholeWords(against.whole, `${account} in ${row.region}`)}.{' '}
        {marks[0]?.of !== 'principal' && (
          <Link
            href={path}
            fontSize="inherit"
            onFollow={(event) => {
              event.preventDefault();
              router.history.push(path);
            }}
          >
            <SafeText
              text={`Earlier events of ${principalWords(against.principal)}`}
              limit={200}
              expandable={false}
            />
          </Link>
        )}
      </p>
    </section>
  );
}
