import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { KeptScope } from '@trailglass/api';
import { ProblemPopover } from '../../ui/problem/problem-popover.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { keptWords } from '../kept/keeping-words.ts';
import styles from './scopes.module.css';

const indicators = {
  off: 'stopped',
  paused: 'stopped',
  waiting: 'pending',
  reading: 'in-progress',
  following: 'success',
  failed: 'warning',
} as const;

/** What background reading does here; what stands in its way, on demand with what to do. */
export function KeptState({ kept }: { readonly kept: KeptScope | undefined }) {
  const zone = useTimeZone();
  if (!kept) return '–';
  const { state, more } = keptWords(kept, zone);
  const { problem } = kept;
  const indicator = (
    <StatusIndicator
      type={indicators[kept.state]}
      {...(kept.state === 'reading' && { colorOverride: 'blue' as const })}
    >
      {state}
    </StatusIndicator>
  );
  return (
    <span className={styles.place}>
      {problem ? (
        <ProblemPopover problem={problem} then="It is tried again by itself.">
          {indicator}
        </ProblemPopover>
      ) : (
        indicator
      )}
      {more !== undefined && <span className={styles.quiet}>{more}</span>}
    </span>
  );
}
