import ToggleButton from '@cloudscape-design/components/toggle-button';
import { useEffect, useState } from 'react';
import { useServerNow } from '../../api/about.ts';
import { useClient } from '../../api/client.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { follow } from './follow.ts';
import { liveIcon, liveOnIcon } from './live-icon.tsx';
import { liveStatus } from './live-state.ts';

interface Props {
  readonly store: ResultsStore;
  /** Why there is nothing to follow. */
  readonly why: string | undefined;
}

/** Switches live on and off, and follows the question that the list answers while it is on. */
export function LiveControl({ store, why }: Props) {
  const [wanted, want] = useState(false);
  const { question } = useResults(store);
  const client = useClient();
  const now = useServerNow();
  const on = wanted && why === undefined;
  useEffect(() => {
    if (!on || question === undefined) return undefined;
    const leaving = new AbortController();
    void follow({ client, question, store, now, tell: liveStatus.set }, leaving.signal);
    return () => {
      leaving.abort();
      liveStatus.set(undefined);
    };
  }, [on, question, store, client, now]);
  return (
    <ToggleButton
      pressed={on}
      iconSvg={liveIcon}
      pressedIconSvg={liveOnIcon}
      disabled={why !== undefined}
      {...(why !== undefined && { disabledReason: why })}
      onChange={({ detail }) => want(detail.pressed)}
    >
      Live
    </ToggleButton>
  );
}
