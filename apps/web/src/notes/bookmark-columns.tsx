import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { eventPath } from '../event-history/detail/event-link.ts';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../ui/time-label.tsx';
import { BookmarkButton } from './bookmark-button.tsx';
import { NoteCell } from './note-cell.tsx';
import styles from './notes.module.css';
import type { Listed } from './use-notes.ts';

interface Choices {
  readonly names: ReadonlyMap<string, string>;
  readonly narrow: boolean;
  readonly onEdit: (note: Listed) => void;
  readonly onFollow: (path: string) => void;
}

const addressOf = ({ account, region, eventId, eventTime }: Listed) => ({
  account,
  region,
  eventId,
  time: eventTime,
});

/** On a narrow page the note stands below its event, and there is room for no more. */
export function bookmarkColumns({
  names,
  narrow,
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
          {narrow && <NoteCell note={note} onEdit={() => onEdit(note)} />}
        </div>
      </div>
    ),
  };
  const words: TableProps.ColumnDefinition<Listed> = {
    id: 'note',
    header: 'Note',
    minWidth: 200,
    cell: (note) => <NoteCell note={note} onEdit={() => onEdit(note)} />,
  };
  if (narrow) return [event];
  return [
    event,
    { id: 'user', header: 'User name', cell: ({ about }) => text(about.username) },
    { id: 'source', header: 'Event source', cell: ({ about }) => text(about.eventSource) },
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
