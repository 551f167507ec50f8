import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { explain } from '../../api/explain.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';

interface Props {
  readonly name: string;
  readonly onDelete: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** A view is everybody's who uses this server: it is deleted when that was confirmed. */
export function DeleteView({ name, onDelete, onClose }: Props) {
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const remove = (): void => {
    setBusy(true);
    onDelete().then(onClose, (error: unknown) => {
      setFailure(explain(error).detail);
      setBusy(false);
    });
  };
  return (
    <ConfirmDialog
      header="Delete view"
      size="small"
      onClose={onClose}
      action={
        <Button variant="primary" loading={busy} onClick={remove}>
          Delete
        </Button>
      }
    >
      <SpaceBetween size="s">
        <span>
          Delete the view{' '}
          <b>
            <SafeText text={name} limit={80} expandable={false} />
          </b>{' '}
          for everybody who uses this server? Events are not touched.
        </span>
        {failure !== undefined && <Alert type="error">{failure}</Alert>}
      </SpaceBetween>
    </ConfirmDialog>
  );
}
