import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { parseSearch } from '../address/search-params.ts';
import { counted } from '../ui/numbers/count.ts';
import { ProblemAlert } from '../ui/problem/problem-alert.tsx';
import { ValueActionsContext } from '../ui/value-menu/value-actions.ts';
import { ValueMenuHost } from '../ui/value-menu/value-menu-host.tsx';
import { useListActions } from '../value-actions/to-the-list.ts';
import { printAddress } from '../address/url-parts.ts';
import { parseEvents } from '../address/packed-events.ts';
import { compareLimits } from '../address/pages/compare-link.ts';
import styles from './compare-page.module.css';
import { Comparison } from './comparison.tsx';
import { type Asked, useEvents } from './use-events.ts';
import type { Found } from './table/found.ts';

/** Two to five events side by side, at an address that can be handed on. */
export function ComparePage(): ReactNode {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const { events, leftOut } = parseEvents(parseSearch(search)['events'] ?? '', compareLimits.most);
  const asked = useEvents(events);
  return (
    <ValueActionsContext value={useListActions()}>
      <article className={styles.page}>
        {leftOut > 0 && (
          <Alert type="info">
            {`${counted(leftOut, 'part')} of this link could not be used: at most five events are compared, each named by account, Region and event ID.`}
          </Alert>
        )}
        {events.length < compareLimits.least ? <TooFew /> : <Answers asked={asked} />}
      </article>
      <ValueMenuHost />
    </ValueActionsContext>
  );
}

function Answers({ asked }: { readonly asked: readonly Asked[] }): ReactNode {
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const found = asked.filter((one): one is Asked & Found => one.whole !== undefined);
  const missing = asked.filter((one) => one.problem !== undefined);
  const settled = found.length + missing.length;
  return (
    <>
      {missing.map(({ address, problem, retry }) => (
        <div key={address.eventId} className={styles.problem}>
          {problem && (
            <ProblemAlert
              problem={problem}
              where={`${address.eventId}, ${address.account}, ${address.region}`}
              onRetry={retry}
            />
          )}
        </div>
      ))}
      {settled < asked.length ? (
        <StatusIndicator type="loading">
          {`Reading ${counted(asked.length, 'event')}: ${settled} of ${asked.length}`}
        </StatusIndicator>
      ) : (
        found.length >= compareLimits.least && (
          <Comparison
            key={found.map(({ address }) => printAddress(address)).join()}
            found={found}
            onlyDifferences={onlyDifferences}
            onOnlyDifferences={setOnlyDifferences}
          />
        )
      )}
      {settled === asked.length && found.length < compareLimits.least && (
        <p>Fewer than two of these events could be read, so there is nothing to compare.</p>
      )}
    </>
  );
}

function TooFew(): ReactNode {
  const router = useRouter();
  return (
    <Alert
      type="info"
      header="Two to five events are compared"
      action={<Button onClick={() => router.history.push('/events')}>Go to Event history</Button>}
    >
      This link names fewer than two. In Event history, select events with their boxes or with x,
      then press c.
    </Alert>
  );
}
