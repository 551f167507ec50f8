import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import { ProblemError } from '@trailglass/api';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useServerNow } from '../../../api/about.ts';
import { useClient } from '../../../api/client.ts';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import type { Whole } from '../../../event/whole.ts';
import { comparePath } from '../../../address/pages/compare-link.ts';
import { type Call, type Direction, sameCall } from './same-call.ts';
import styles from './same-call-buttons.module.css';
import { addressOf } from '../../../address/event-address.ts';

/** What changed since this was last done to the same thing, or when it was done next. */
export function SameCallButtons({ whole }: { readonly whole: Whole }): ReactNode {
  const { row, event } = whole;
  const { eventName } = row;
  const resourceName = event.envelope.resources.find(({ name }) => name)?.name;
  if (typeof eventName !== 'string' || resourceName === undefined) return null;
  return <Buttons key={row.eventId} call={{ row, eventName, resourceName }} />;
}

function Buttons({ call }: { readonly call: Call }): ReactNode {
  const client = useClient();
  const router = useRouter();
  const now = useServerNow();
  const [state, setState] = useState<{ readonly looking?: Direction; readonly said?: string }>({});
  const leave = useRef<AbortController>(undefined);
  useEffect(() => () => leave.current?.abort(), []);

  const look = async (direction: Direction): Promise<void> => {
    leave.current?.abort();
    const own = new AbortController();
    leave.current = own;
    setState({ looking: direction });
    try {
      const other = await sameCall(client, call, direction, now(), own.signal);
      if (own.signal.aborted) return;
      setState(
        other
          ? {}
          : { said: `No ${direction === 'previous' ? 'earlier' : 'later'} call within 90 days.` },
      );
      if (!other) return;
      const pair = [addressOf(other), addressOf(call.row)];
      router.history.push(comparePath(direction === 'previous' ? pair : pair.toReversed()));
    } catch (error) {
      if (own.signal.aborted) return;
      setState({ said: error instanceof ProblemError ? error.problem.detail : 'No answer came.' });
    }
  };
  const button = (direction: Direction): ReactNode => (
    <Button
      variant="inline-link"
      loading={state.looking === direction}
      loadingText="Looking"
      onClick={() => void look(direction)}
    >
      {direction === 'previous' ? 'Previous call' : 'Next call'}
    </Button>
  );
  return (
    <div className={styles.calls}>
      <span>
        Compare with <SafeText text={call.eventName} limit={80} expandable={false} /> on{' '}
        <SafeText text={call.resourceName} limit={80} expandable={false} />:
      </span>
      {button('previous')}
      {button('next')}
      <output>{state.said !== undefined && <SafeText text={state.said} />}</output>
    </div>
  );
}
