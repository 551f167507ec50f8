import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { explain } from '../../api/explain.ts';

/** One page failed; the console around it stays. */
export function PageFailure({ error }: ErrorComponentProps) {
  const { title, detail } = explain(error);
  return (
    <Alert
      type="error"
      header={title}
      action={<Button onClick={() => location.reload()}>Reload</Button>}
    >
      {detail}
    </Alert>
  );
}
