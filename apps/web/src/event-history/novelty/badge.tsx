import type { EventRow } from '@trailglass/api';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { safeString } from '../../ui/safe-text/marks.ts';
import styles from './badge.module.css';
import { useNovelty } from './novelties.ts';
import { badgeWord, baselineWords, markWords } from './novelty-words.ts';
import { addressOf } from '../../address/event-address.ts';
import spoken from '../../ui/spoken.module.css';

/** A word behind an event's name where its principal never, or hardly, did such a thing before. */
export function NoveltyBadge({ row }: { readonly row: EventRow }) {
  const zone = useTimeZone();
  const novelty = useNovelty(addressOf(row));
  if (!novelty?.against || novelty.marks.length === 0) return null;
  const { marks, against } = novelty;
  const word = badgeWord(marks);
  const why = safeString(
    `${marks.map((mark) => markWords(mark, against, zone)).join('. ')}. Compared with ${baselineWords(against)}.`,
    600,
  );
  return (
    <span className={word === 'New' ? styles.new : styles.rare} title={why}>
      {word}
      <span className={`${spoken.only} ${styles.why}`}> {why}</span>
    </span>
  );
}
