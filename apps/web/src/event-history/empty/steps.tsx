import Button from '@cloudscape-design/components/button';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import type { Step } from './emptiness.ts';
import styles from './steps.module.css';

interface Props {
  readonly steps: readonly Step[];
  readonly onTake: (step: Step) => void;
}

/** The ways out, the likeliest first. */
export function Steps({ steps, onTake }: Props) {
  return (
    <div className={styles.steps}>
      {steps.map((step) => (
        <Button key={step.label} onClick={() => onTake(step)}>
          <SafeText text={step.label} expandable={false} />
        </Button>
      ))}
    </div>
  );
}
