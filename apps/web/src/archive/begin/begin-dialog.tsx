import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Archive } from '@trailglass/api';
import { useState } from 'react';
import { useServerNow } from '../../api/about.ts';
import { explain } from '../../api/explain.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { counted } from '../../ui/numbers/count.ts';
import { notify } from '../../ui/notices.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { begunWords, costWords } from './begin-words.ts';
import { useBegin } from './use-begin.ts';

interface Props {
  readonly archive: Archive;
  readonly onClose: () => void;
}

const HISTORY_MS = 90 * 86_400_000;

/** Sets the archive aside and begins a new one: for a damaged file, or a new start. Nothing is deleted. */
export function BeginDialog({ archive: { folder, events, state }, onClose }: Props) {
  const now = useServerNow();
  const [before] = useState(() => new Date(now() - HISTORY_MS).toISOString());
  const { older, begin } = useBegin(before);
  const start = (): void =>
    begin.mutate(undefined, {
      onSuccess: (begun) => {
        notify({ type: 'success', header: 'A new archive was begun', content: begunWords(begun) });
        onClose();
      },
    });
  return (
    <ConfirmDialog
      header="Begin a new archive"
      onClose={onClose}
      action={
        <Button variant="primary" loading={begin.isPending} onClick={start}>
          Set aside and begin anew
        </Button>
      }
    >
      <SpaceBetween size="m">
        {begin.error && <ProblemAlert problem={explain(begin.error)} />}
        <Box variant="p">
          The archive{state === 'open' && ` with its ${counted(events, 'event')}`} is moved, as it
          is, to <Box variant="code">quarantine</Box> in {folder}, and an empty one takes its place.
          Notes, bookmarks, saved views and the choice of what is read in the background go along.
          Nothing is deleted.
        </Box>
        {older.isFetching ? (
          <StatusIndicator type="loading">Counting what AWS does not have any more</StatusIndicator>
        ) : (
          <Alert type={older.data?.events === 0 ? 'info' : 'warning'}>
            {costWords(older.data)}
          </Alert>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}
