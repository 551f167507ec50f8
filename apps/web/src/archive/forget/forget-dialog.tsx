import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Problem } from '@trailglass/api';
import { type SubmitEvent, useId, useState } from 'react';
import { useServerNow } from '../../api/about.ts';
import { explain } from '../../api/explain.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { counted } from '../../ui/numbers/count.ts';
import { dayWords } from '../../ui/time/day-words.ts';
import { notify } from '../../ui/notices.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { CutoffChoice } from './cutoff-choice.tsx';
import { type Cutoff, cutoffTime } from './cutoff.ts';
import { olderWords } from './older-words.ts';
import { useForget } from './use-forget.ts';

interface Props {
  /** Some scopes are read in the background. */
  readonly keptRead: boolean;
  readonly onClose: () => void;
}

/** Deletes what is older than a day: chosen, counted, and confirmed by a word. */
export function ForgetDialog({ keptRead, onClose }: Props) {
  const zone = useTimeZone();
  const now = useServerNow();
  const form = useId();
  const [cutoff, setCutoff] = useState<Cutoff>({ kind: 'days', days: 90 });
  const [typed, type] = useState('');
  const { older, forget } = useForget(cutoffTime(cutoff, now(), zone));
  const preview = older.isFetching ? undefined : older.data;
  const any = preview !== undefined && preview.events > 0;
  const ready = any && typed.trim().toLowerCase() === 'delete' && !forget.isPending;

  const choose = (next: Cutoff): void => {
    setCutoff(next);
    type('');
    forget.reset();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!ready) return;
    forget.mutate(preview, {
      onSuccess: ({ events }) => {
        const day = dayWords(Date.parse(preview.before), zone);
        notify({
          type: 'success',
          content: `${counted(events, 'event')} from before ${day} ${events === 1 ? 'was' : 'were'} deleted from the archive.`,
        });
        onClose();
      },
      onError: () => type(''),
    });
  };

  return (
    <ConfirmDialog
      header="Delete older events"
      onClose={onClose}
      action={
        <Button variant="primary" form={form} disabled={!ready} loading={forget.isPending}>
          {any ? `Delete ${counted(preview.events, 'event')}` : 'Delete'}
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <SpaceBetween size="m">
          <CutoffChoice cutoff={cutoff} onChange={choose} />
          {forget.error && <Refused problem={explain(forget.error)} keptRead={keptRead} />}
          {older.isFetching && <StatusIndicator type="loading">Counting</StatusIndicator>}
          {older.error && !older.isFetching && (
            <ProblemAlert problem={explain(older.error)} onRetry={() => void older.refetch()} />
          )}
          {preview && !any && <Alert>{olderWords(preview, keptRead, now(), zone)}</Alert>}
          {any && (
            <>
              <Alert type="warning">{olderWords(preview, keptRead, now(), zone)}</Alert>
              <FormField label="To confirm, type “delete”">
                <Input
                  value={typed}
                  onChange={({ detail }) => type(detail.value)}
                  placeholder="delete"
                  autoComplete={false}
                  spellcheck={false}
                />
              </FormField>
            </>
          )}
        </SpaceBetween>
      </form>
    </ConfirmDialog>
  );
}

/** Others by now than were counted is no failure; it is told with what keeps the number still. */
function Refused({ problem, keptRead }: { problem: Problem; keptRead: boolean }) {
  if (problem.type !== 'bad-request') return <ProblemAlert problem={problem} />;
  return (
    <Alert header="Nothing was deleted">
      {problem.detail}
      {keptRead && ' Background reading adds events; while it is paused, the number stands still.'}
    </Alert>
  );
}
