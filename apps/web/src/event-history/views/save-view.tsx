import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { SavedView, viewLimits } from '@trailglass/api';
import { type SubmitEvent, useId, useState } from 'react';
import { explain } from '../../api/explain.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { savingView } from './views-state.ts';

interface Props {
  /** What is saved. */
  readonly search: string;
  readonly views: readonly SavedView[];
  readonly onSave: (views: readonly SavedView[]) => Promise<unknown>;
}

/** Asks for the name under which filter, time range, columns and scopes are kept. */
export function SaveView({ search, views, onSave }: Props) {
  const form = useId();
  const focused = useFirstFocus();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const view = { name: name.trim(), search };
  const replaces = views.some((other) => other.name === view.name);
  const close = (): void => savingView.set(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!SavedView.safeParse(view).success) {
      setFailure(
        `Enter 1 to ${viewLimits.nameCharacters} characters that can be seen, on one line.`,
      );
      return;
    }
    setBusy(true);
    try {
      await onSave([view]);
      close();
    } catch (error) {
      setFailure(explain(error).detail);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      header="Save view"
      size="small"
      onClose={close}
      action={
        <Button variant="primary" form={form} loading={busy}>
          {replaces ? 'Replace' : 'Save'}
        </Button>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <FormField
          label="Name"
          description="Keeps the filter, time range, columns, accounts and Regions with the archive."
          constraintText={replaces ? 'There is a view of this name; it is replaced.' : undefined}
          errorText={failure}
        >
          <Input
            value={name}
            ref={focused}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => {
              setName(detail.value);
              setFailure(undefined);
            }}
          />
        </FormField>
      </form>
    </ConfirmDialog>
  );
}
