import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { eventPath } from '../../address/pages/event-link.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { BookmarkButton } from '../bookmark-button.tsx';
import { NoteCell } from './note-cell.tsx';
import styles from '../notes.module.css';
import type { Listed } from '../use-notes.ts';

interface Choices {
  readonly names: ReadonlyMap<string, string>;
  /** How much room the page has. */
  readonly room: 'narrow' | 'medium' | 'wide';
  readonly onEdit: (note: Listed) => void;
  readonly onFollow: (path: string) => void;
}

const addressOf = ({ account, region, eventId, eventTime }: Listed) => ({
  account,
  region,
  eventId,
  time: eventTime,
});

/** The note is what people come for: with less room the source stands below the event, with little the note, too. */
export function bookmarkColumns({
  names,
  room,
  onEdit,
  onFollow,
}: Choices): readonly TableProps.ColumnDefinition<Listed>[] {
  const text = (value: string | undefined) =>
    value === undefined ? '–' : <SafeText text={value} limit={120} expandable={false} />;
  const event: TableProps.ColumnDefinition<Listed> = {
    id: 'event',
    header: 'Event',
    isRowHeader: true,
    minWidth: 220,
    cell: (note) => (
      <div className={styles.event}>
        <BookmarkButton at={addressOf(note)} />
        <div>
          <Link
            href={eventPath(addressOf(note))}
            onFollow={(click) => {
              click.preventDefault();
              onFollow(eventPath(addressOf(note)));
            }}
          >
            {text(note.about.eventName ?? 'No name')}
          </Link>
          <div className={styles.quiet}>
            <TimeLabel iso={note.eventTime} offset />
          </div>
          {room === 'medium' && <div className={styles.quiet}>{text(note.about.eventSource)}</div>}
          {room === 'narrow' && <NoteCell note={note} onEdit={() => onEdit(note)} />}
        </div>
      </div>
    ),
  };
  const words: TableProps.ColumnDefinition<Listed> = {
    id: 'note',
    header: 'Note',
    minWidth: 260,
    cell: (note) => <NoteCell note={note} onEdit={() => onEdit(note)} />,
  };
  const source: TableProps.ColumnDefinition<Listed> = {
    id: 'source',
    header: 'Event source',
    cell: ({ about }) => text(about.eventSource),
  };
  if (room === 'narrow') return [event];
  return [
    event,
    { id: 'user', header: 'User name', cell: ({ about }) => text(about.username) },
    ...(room === 'wide' ? [source] : []),
    {
      id: 'scope',
      header: 'Account and Region',
      cell: ({ account, region }) => (
        <div>
          {text(names.get(account) ?? account)}
          <div className={styles.quiet}>{region}</div>
        </div>
      ),
    },
    words,
  ];
}
