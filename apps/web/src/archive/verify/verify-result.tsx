import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { counted } from '../../ui/numbers/count.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import type { Verification } from './verification.ts';
import { WrongRecords } from './wrong-records.tsx';

interface Props {
  readonly verification: Verification;
  readonly names: ReadonlyMap<string, string>;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onDismiss: () => void;
}

/** How far it is, then what came of it. */
export function VerifyResult({ verification, names, onStop, onAgain, onDismiss }: Props) {
  const again = <Button onClick={onAgain}>Verify again</Button>;
  switch (verification.state) {
    case 'running': {
      const { checked, of } = verification;
      return (
        <SpaceBetween size="xs">
          <ProgressBar
            value={of === 0 ? 0 : (checked / of) * 100}
            label="Verifying the archive"
            description="Every record is read and compared with what the archive says of it."
            additionalInfo={
              of === 0
                ? 'Starting'
                : `${checked.toLocaleString('en')} of ${counted(of, 'record')} read`
            }
          />
          <Button onClick={onStop}>Cancel</Button>
        </SpaceBetween>
      );
    }
    case 'stopped':
      return (
        <Alert type="info" dismissible onDismiss={onDismiss} action={again}>
          Cancelled after {verification.checked.toLocaleString('en')} of{' '}
          {counted(verification.of, 'record')}. The rest was not looked at.
        </Alert>
      );
    case 'failed':
      return <ProblemAlert problem={verification.problem} onRetry={onAgain} />;
    case 'done': {
      const { checked, wrong, examples } = verification.end;
      if (wrong === 0)
        return (
          <Alert
            type="success"
            dismissible
            onDismiss={onDismiss}
            header={
              checked === 1
                ? 'The one record is as it was written'
                : `All ${checked.toLocaleString('en')} records are as they were written`
            }
          >
            Each could be read, and agrees with what the archive says of it.
          </Alert>
        );
      return (
        <SpaceBetween size="m">
          <Alert
            type="error"
            header={`${counted(wrong, 'record')} of ${checked.toLocaleString('en')} ${wrong === 1 ? 'is' : 'are'} not what was written`}
            action={again}
          >
            Something else changed the archive’s file, or the disk gives back other bytes than it
            was given. Nothing was deleted. To read the last 90 days anew, stop Trailglass, move the
            archive’s folder away, and start it again; older events are only in the folder.
          </Alert>
          <WrongRecords wrong={wrong} examples={examples} names={names} />
        </SpaceBetween>
      );
    }
  }
}
