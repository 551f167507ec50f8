import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Note } from '@trailglass/api';
import type { ReactNode } from 'react';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { NoteText } from './note-text.tsx';

interface Props {
  /** The note as it is now; absent where it was deleted. */
  readonly theirs: Note | undefined;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
  readonly onBoth: () => void;
}

/** Somebody changed the note while it was being written here: both are shown, and nothing is lost. */
export function NoteConflict({ theirs, onTheirs, onMine, onBoth }: Props): ReactNode {
  const hasWords = theirs !== undefined && theirs.text !== '';
  return (
    <Alert
      type="warning"
      header={theirs ? 'This note was changed elsewhere' : 'This note was deleted elsewhere'}
    >
      <SpaceBetween size="xs">
        {theirs && (
          <div>
            In another tab, at <TimeLabel iso={theirs.changed} offset />
            {hasWords ? ':' : ', its words were removed.'}
          </div>
        )}
        {hasWords && <NoteText text={theirs.text} />}
        <SpaceBetween direction="horizontal" size="xs">
          {hasWords && <Button onClick={onBoth}>Put both together</Button>}
          <Button onClick={onMine}>Go on with mine</Button>
          <Button variant="link" onClick={onTheirs}>
            {theirs ? 'Keep the other' : 'Let it be deleted'}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
