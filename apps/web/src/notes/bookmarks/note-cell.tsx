import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { eventLimits } from '@trailglass/api';
import type { ReactNode } from 'react';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { setDraft } from '../writing/drafts.ts';
import { NoteText } from '../writing/note-text.tsx';
import styles from '../notes.module.css';
import type { Listed } from '../use-notes.ts';

const DAY_MS = 86_400_000;
/** AWS has it no more, so that only the note is left. */
const isGone = ({ kept, eventTime }: Listed): boolean =>
  !kept && Date.parse(eventTime) < Date.now() - eventLimits.days * DAY_MS;

/** What was written, when, and whether the event is still there to be opened. */
export function NoteCell({
  note,
  onEdit,
}: {
  readonly note: Listed;
  readonly onEdit: () => void;
}): ReactNode {
  const edit = (): void => {
    setDraft(note, { text: note.text, over: note.text });
    onEdit();
  };
  return (
    <>
      {note.text !== '' && <NoteText text={note.text} />}
      <div className={styles.foot}>
        <Button variant="inline-link" ariaLabel="Edit note" onClick={edit}>
          {note.text === '' ? 'Add a note' : 'Edit'}
        </Button>
        <span>
          <TimeLabel iso={note.changed} />
        </span>
      </div>
      {isGone(note) ? (
        <StatusIndicator type="stopped">
          The event is no longer kept: it was deleted from the archive, and AWS has it no more
        </StatusIndicator>
      ) : (
        !note.kept && (
          <StatusIndicator type="info">Not in the archive; opening it asks AWS</StatusIndicator>
        )
      )}
    </>
  );
}
