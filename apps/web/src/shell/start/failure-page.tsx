import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { explain } from '../../api/explain.ts';
import { StartCard } from './start-card.tsx';

interface FailurePageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly retry?: string;
}

/** The page cannot go on: what happened and what to do, in place of a blank one. */
export function FailurePage({ error, onRetry, retry = 'Try again' }: FailurePageProps) {
  const { title, detail, requestId } = explain(error);
  return (
    <StartCard title={title}>
      <Alert type="error" action={<Button onClick={onRetry}>{retry}</Button>}>
        {detail}
        {requestId !== undefined && ` The server’s log has it as request ${requestId}.`}
      </Alert>
    </StartCard>
  );
}
