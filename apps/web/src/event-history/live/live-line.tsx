import Popover from '@cloudscape-design/components/popover';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import { useServerNow } from '../../api/about.ts';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { ProblemList } from '../search/problem-list.tsx';
import type { LiveStatus } from './live-state.ts';
import { liveWords } from './live-words.ts';
import styles from './live-line.module.css';
import spoken from '../../ui/spoken.module.css';

interface Props {
  readonly status: LiveStatus;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
}

/** The time of AWS's last answer while all is well; what stands in the way, and behind it what to do, when not. */
export function LiveLine({ status, names }: Props) {
  const zone = useTimeZone();
  const now = useServerNow();
  const { type, text } = liveWords(status, names, zone, now());
  const problems = problemsOf(status);
  const line = (
    <StatusIndicator type={type} {...(type !== 'warning' && { colorOverride: 'grey' as const })}>
      <span className={styles.text}>{text}</span>
    </StatusIndicator>
  );
  return (
    <span className={styles.line}>
      {problems.length === 0 ? (
        line
      ) : (
        <Popover
          header="Live"
          size="large"
          fixedWidth
          dismissAriaLabel="Close"
          content={<ProblemList problems={problems} scopes={[]} names={names} />}
        >
          {line}
        </Popover>
      )}
      <output className={spoken.only}>{useSpoken(type === 'success' ? 'Live' : text)}</output>
    </span>
  );
}

function problemsOf(status: LiveStatus): Parameters<typeof ProblemList>[0]['problems'] {
  if (status.kind === 'connecting') return [];
  if (status.kind === 'connected') return status.scopes.flatMap(({ problem }) => problem ?? []);
  const { problem, retryAt } = status;
  return [
    {
      ...problem,
      ...(retryAt !== undefined && { retryAfterMs: Math.max(0, retryAt - Date.now()) }),
    },
  ];
}

/** For screen readers: what stays for a moment, and not the time of every answer. */
function useSpoken(words: string): string {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(words), 1000);
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}
