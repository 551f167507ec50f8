import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import type { EventAddress } from '../../address/page-state.ts';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { setDraft, useDraft } from './drafts.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteText } from './note-text.tsx';
import styles from '../notes.module.css';
import { useNote } from '../use-notes.ts';

/** The note on an event where it is read, and where it is written. */
export function EventNote({ at }: { readonly at: EventAddress }): ReactNode {
  const { note, ready } = useNote(at);
  const draft = useDraft(at);
  if (!ready) return null;
  if (draft)
    return (
      <div className={styles.note}>
        <NoteEditor at={at} note={note} draft={draft} />
      </div>
    );
  const edit = (): void => {
    const over = note?.text ?? '';
    setDraft(at, { text: over, over });
  };
  if (note === undefined || note.text === '')
    return (
      <div className={styles.none}>
        <Button variant="inline-link" iconName="edit" onClick={edit}>
          Add a note
        </Button>
      </div>
    );
  return (
    <section className={styles.note} aria-label="Note">
      <NoteText text={note.text} />
      <div className={styles.foot}>
        <span>
          Changed <TimeLabel iso={note.changed} offset />
        </span>
        <Button variant="inline-link" ariaLabel="Edit note" onClick={edit}>
          Edit
        </Button>
      </div>
    </section>
  );
}
