import ToggleButton from '@cloudscape-design/components/toggle-button';
import type { ReactNode } from 'react';
import type { EventAddress } from '../address/page-state.ts';
import { explain } from '../api/explain.ts';
import { notify } from '../ui/notices.ts';
import { isConflict, useNote, useNotes, useSaveNote } from './use-notes.ts';

/** Marks an event to come back to. */
export function BookmarkButton({ at }: { readonly at: EventAddress }): ReactNode {
  const { note, ready, error } = useNote(at);
  const { refetch } = useNotes();
  const save = useSaveNote();
  const pressed = save.isPending ? save.variables.bookmarked : note?.bookmarked === true;
  const change = async (bookmarked: boolean): Promise<void> => {
    const put = (known: typeof note) =>
      save.mutateAsync({ at, bookmarked, text: known?.text ?? '', version: known?.version });
    try {
      await put(note);
    } catch (failure) {
      try {
        if (!isConflict(failure)) throw failure;
        // Only the mark changes: whatever another tab wrote stays as it is there.
        const { data } = await refetch();
        await put(
          data?.find(({ eventId, account }) => eventId === at.eventId && account === at.account),
        );
      } catch (still) {
        const { title, detail } = explain(still);
        notify({ type: 'error', header: title, content: detail });
      }
    }
  };
  const says = pressed ? 'Remove the bookmark' : 'Bookmark this event';
  return (
    <span title={error ? explain(error).detail : says} data-part="bookmark">
      <ToggleButton
        variant="icon"
        iconName="star"
        pressedIconName="star-filled"
        pressed={pressed}
        disabled={!ready || save.isPending}
        ariaLabel="Bookmark"
        onChange={({ detail }) => void change(detail.pressed)}
      />
    </span>
  );
}
