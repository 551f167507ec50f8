import Icon from '@cloudscape-design/components/icon';
import type { EventRow } from '@trailglass/api';
import styles from './note-mark.module.css';
import { useNoted } from '../noted.ts';
import { eventKey } from '../../event/event-key.ts';

/** In a row: that its event is bookmarked, or that somebody wrote about it. */
export function NoteMark({ row }: { readonly row: EventRow }) {
  const note = useNoted().get(eventKey(row));
  if (!note) return null;
  const says = note.bookmarked
    ? note.written
      ? 'Bookmarked, with a note'
      : 'Bookmarked'
    : 'Has a note';
  return (
    <span className={styles.mark} title={says}>
      <Icon
        name={note.bookmarked ? 'star-filled' : 'edit'}
        size="small"
        variant="subtle"
        ariaLabel={says}
      />
    </span>
  );
}
