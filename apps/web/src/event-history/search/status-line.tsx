import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useEffect, useState } from 'react';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { onPhone, useMedia } from '../../ui/use-media.ts';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import type { Results } from '../results/results.ts';
import type { ResultsStore } from '../results/store.ts';
import { filterUnfolded } from './filter-unfolded.ts';
import styles from './status-line.module.css';
import { readSoFar, whoAnswers } from './status-words.ts';
import spoken from '../../ui/spoken.module.css';

interface Props {
  readonly results: Results;
  readonly store: ResultsStore;
  /** Groups stand in place of the list. */
  readonly grouped: boolean;
  /** Whatever else there is to say of the list. */
  readonly children?: ReactNode;
}

/** What has been read, who answers which part of the question, and the way to stop and to go on. */
export function StatusLine({ results, store, grouped, children }: Props) {
  const zone = useTimeZone();
  const unfolded = filterUnfolded.use();
  const phone = useMedia(onPhone);
  const words = readSoFar(results, zone, grouped);
  const said = useSlowly(words);
  const answers = results.plan && whoAnswers(results.plan);
  if (words === '') return null;
  return (
    <div className={styles.line}>
      <span className={styles.read}>
        <StatusIndicator
          type={indicator[results.phase]}
          {...(results.phase === 'failed' ? {} : { colorOverride: 'grey' as const })}
        >
          {words}
        </StatusIndicator>
        <Next results={results} store={store} />
      </span>
      {children}
      {/* On a phone it stands with the filter that it explains. */}
      {answers && (!phone || unfolded) && (
        <span className={styles.asked}>
          AWS answers:{' '}
          <b>
            <SafeText text={answers.aws} />
          </b>{' '}
          · applied here:{' '}
          <b>
            <SafeText text={answers.here} />
          </b>
        </span>
      )}
      <output className={spoken.only}>{said}</output>
    </div>
  );
}

const indicator = {
  idle: 'pending',
  reading: 'in-progress',
  stopped: 'stopped',
  more: 'info',
  complete: 'success',
  partial: 'info',
  failed: 'warning',
} as const;

function Next({ results, store }: { results: Results; store: ResultsStore }) {
  switch (results.phase) {
    case 'reading':
      return (
        <Button variant="inline-link" onClick={store.stop}>
          Stop
        </Button>
      );
    case 'stopped':
      return (
        <Button variant="inline-link" onClick={store.resume}>
          Continue
        </Button>
      );
    case 'failed':
      return (
        <Button variant="inline-link" onClick={store.resume}>
          Try again
        </Button>
      );
    case 'more':
      return (
        <Button variant="inline-link" onClick={store.readAll}>
          Read everything
        </Button>
      );
    default:
      return null;
  }
}

/** For screen readers: the line as it is every few seconds, not with every page of events. */
function useSlowly(words: string): string {
  const [said, say] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => say(words), 3000);
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}
