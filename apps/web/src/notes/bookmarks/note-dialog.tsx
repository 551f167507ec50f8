import Modal from '@cloudscape-design/components/modal';
import { useEffect } from 'react';
import { setDraft, useDraft } from '../writing/drafts.ts';
import { NoteEditor } from '../writing/note-editor.tsx';
import { type Listed, useNote } from '../use-notes.ts';

interface Props {
  readonly note: Listed;
  readonly onClose: () => void;
}

/** The note on an event that may not be there to be opened any more. Closed when its words are saved or dropped. */
export function NoteDialog({ note: opened, onClose }: Props) {
  const { note } = useNote(opened);
  const draft = useDraft(opened);
  const done = draft === undefined;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  return (
    draft && (
      <Modal
        visible
        header={`Note on ${opened.about.eventName ?? 'an event'}`}
        closeAriaLabel="Close"
        onDismiss={() => setDraft(opened, undefined)}
      >
        <NoteEditor at={opened} note={note} draft={draft} />
      </Modal>
    )
  );
}
