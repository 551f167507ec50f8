import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import type { Step } from './emptiness.ts';

interface Props {
  readonly steps: readonly Step[];
  readonly onTake: (step: Step) => void;
}

/** The ways out, the likeliest first. */
export function Steps({ steps, onTake }: Props) {
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      {steps.map((step) => (
        <Button key={step.label} onClick={() => onTake(step)}>
          <SafeText text={step.label} expandable={false} />
        </Button>
      ))}
    </SpaceBetween>
  );
}
