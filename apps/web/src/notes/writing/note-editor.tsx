import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { noteLimits } from '@trailglass/api';
import type { ReactNode } from 'react';
import type { EventAddress } from '../../address/page-state.ts';
import { explain } from '../../api/explain.ts';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { setDraft, type Draft } from './drafts.ts';
import { NoteConflict } from './note-conflict.tsx';
import { isConflict, type Listed, useSaveNote } from '../use-notes.ts';

interface Props {
  readonly at: EventAddress;
  readonly note: Listed | undefined;
  readonly draft: Draft;
}

/** Words about an event. Saved over the words that were read, so that two tabs never overwrite each other unseen. */
export function NoteEditor({ at, note, draft }: Props): ReactNode {
  const save = useSaveNote();
  const focused = useFirstFocus();
  const { text } = draft;
  const over = note?.text ?? '';
  // A bookmark set or taken meanwhile changes no words, and the same words are no others: nothing to choose between.
  const crossed = over !== draft.over && over !== text;
  const tooLong = text.length > noteLimits.characters;
  const write = (next: string): void => {
    save.reset();
    setDraft(at, { ...draft, text: next });
  };
  // The draft ends with the answer, also where the event was closed before it came.
  const submit = async (): Promise<void> => {
    const change = { at, bookmarked: note?.bookmarked === true, text, version: note?.version };
    const saved = await save.mutateAsync(change).catch(() => undefined);
    if (saved) setDraft(at, undefined);
  };
  const failure = save.error && !isConflict(save.error) ? explain(save.error).detail : undefined;
  return (
    <SpaceBetween size="xs">
      <FormField
        label="Note"
        stretch
        constraintText={`${text.length.toLocaleString('en')} of ${noteLimits.characters.toLocaleString('en')} characters, plain text, kept with the archive.`}
        errorText={
          tooLong ? `Shorten it by ${text.length - noteLimits.characters} characters.` : failure
        }
      >
        <Textarea
          value={text}
          ref={focused}
          rows={4}
          ariaLabel="Note"
          onChange={({ detail }) => write(detail.value)}
          onKeyDown={(event) => {
            const { key, ctrlKey, metaKey } = event.detail;
            if (key !== 'Enter' || !(ctrlKey || metaKey)) return;
            event.preventDefault();
            if (!tooLong && !crossed) void submit();
          }}
        />
      </FormField>
      {crossed && !save.isPending ? (
        <NoteConflict
          theirs={note}
          onTheirs={() => setDraft(at, undefined)}
          onMine={() => setDraft(at, { text, over })}
          onBoth={() => setDraft(at, { text: `${over}\n\n${text}`, over })}
        />
      ) : (
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={tooLong}
            onClick={() => void submit()}
          >
            Save note
          </Button>
          <Button variant="link" onClick={() => setDraft(at, undefined)}>
            Cancel
          </Button>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
