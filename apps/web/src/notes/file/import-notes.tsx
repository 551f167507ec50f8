import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { type GivenNote, noteEndpoints, type NotesTaken } from '@trailglass/api';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { explain } from '../../api/explain.ts';
import { counted } from '../../ui/numbers/count.ts';
import { chooseFile } from '../../ui/choose-file.ts';
import { notify } from '../../ui/notices.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { setDraft } from '../writing/drafts.ts';
import { NoteText } from '../writing/note-text.tsx';
import { inPieces, parseNotes } from './read-notes-file.ts';
import { type Listed, notesQuery } from '../use-notes.ts';
import { eventKey } from '../../event/event-key.ts';

interface Differing {
  readonly here: Listed;
  readonly given: GivenNote;
}

interface Props {
  readonly onEdit: (note: Listed) => void;
}

/** Takes in notes from a file. What stands here stays: where words differ, both are shown. */
export function ImportNotes({ onEdit }: Props): ReactNode {
  const client = useClient();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [differing, setDiffering] = useState<readonly Differing[]>([]);

  const takeIn = async (given: readonly GivenNote[]): Promise<void> => {
    const taken = { added: 0, completed: 0, same: 0, left: 0 };
    const places = new Set<string>();
    try {
      for (const notes of inPieces(given)) {
        const body = { notes: [...notes] };
        const { differing: others, ...counts } = await client.call(noteEndpoints.importNotes, {
          body,
        });
        for (const what of ['added', 'completed', 'same', 'left'] as const)
          taken[what] += counts[what];
        for (const other of others) places.add(eventKey(other));
      }
    } finally {
      const now = await queries.fetchQuery({ ...notesQuery(client), staleTime: 0 });
      const here = new Map(now.map((note) => [eventKey(note), note]));
      setDiffering(
        given.flatMap((note) => {
          const other = places.has(eventKey(note)) ? here.get(eventKey(note)) : undefined;
          return other ? [{ here: other, given: note }] : [];
        }),
      );
      notify({
        type: taken.left > 0 ? 'warning' : 'success',
        content: takenWords({ ...taken, differing: places.size }),
      });
    }
  };
  const choose = async (): Promise<void> => {
    const text = await (await chooseFile())?.text();
    if (text === undefined) return;
    const given = parseNotes(text);
    if (!given) {
      const content =
        'The file is neither one that Export writes nor the notes.json of an evidence bundle. Nothing was changed.';
      notify({ type: 'error', header: 'No notes were imported', content });
      return;
    }
    setBusy(true);
    try {
      await takeIn(given);
    } catch (error) {
      const { title, detail } = explain(error);
      notify({ type: 'error', header: title, content: detail });
    } finally {
      setBusy(false);
    }
  };
  const settled = (one: Differing): void =>
    setDiffering(differing.filter((other) => other !== one));
  return (
    <>
      <Button iconName="upload" loading={busy} onClick={() => void choose()}>
        Import
      </Button>
      {differing.length > 0 && (
        <Modal
          visible
          size="large"
          header={`${differing.length === 1 ? '1 note here says' : `${differing.length} notes here say`} something else`}
          closeAriaLabel="Close"
          onDismiss={() => setDiffering([])}
          footer={
            <Box float="right">
              <Button onClick={() => setDiffering([])}>Leave them as they are</Button>
            </Box>
          }
        >
          <SpaceBetween size="m">
            <div>These were left as they are here. Nothing of the file was written over them.</div>
            {differing.map((one) => (
              <Both
                key={eventKey(one.here)}
                differing={one}
                onBoth={() => {
                  const { here, given } = one;
                  setDraft(here, { text: `${here.text}\n\n${given.text}`, over: here.text });
                  settled(one);
                  onEdit(here);
                }}
              />
            ))}
          </SpaceBetween>
        </Modal>
      )}
    </>
  );
}

const Both = ({
  differing: { here, given },
  onBoth,
}: {
  readonly differing: Differing;
  readonly onBoth: () => void;
}): ReactNode => (
  <section aria-label={`Notes that differ on ${here.about.eventName ?? here.eventId}`}>
    <strong>
      <SafeText text={here.about.eventName ?? here.eventId} limit={120} expandable={false} />
    </strong>
    <div>Here:</div>
    <NoteText text={here.text} />
    <div>In the file:</div>
    <NoteText text={given.text} />
    <Button onClick={onBoth}>Put both together</Button>
  </section>
);

/** `3 notes added, 1 completed. 2 were here already. 1 differs and was left as it is.` */
function takenWords(taken: Omit<NotesTaken, 'differing'> & { differing: number }): string {
  const { added, completed, same, differing, left } = taken;
  return [
    `${counted(added, 'note')} added${completed > 0 ? `, ${completed} completed` : ''}.`,
    same > 0 && `${same} ${same === 1 ? 'was' : 'were'} here already.`,
    differing > 0 &&
      `${differing} ${differing === 1 ? 'differs and was left as it is' : 'differ and were left as they are'}.`,
    left > 0 && `For ${left} there was no room: delete some notes first.`,
  ]
    .filter(Boolean)
    .join(' ');
}
