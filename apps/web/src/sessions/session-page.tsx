import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRouterState } from '@tanstack/react-router';
import { problem, ProblemError, type SessionTree as Answer } from '@trailglass/api';
import { type ReactNode, useMemo } from 'react';
import { useAccountNames } from '../api/about.ts';
import { useListActions } from '../value-actions/to-the-list.ts';
import { parseSearch } from '../address/search-params.ts';
import { CopyButton } from '../ui/copy/copy-button.tsx';
import { ProblemAlert } from '../ui/problem/problem-alert.tsx';
import { ValueActionsContext } from '../ui/value-menu/value-actions.ts';
import { ValueMenuHost } from '../ui/value-menu/value-menu-host.tsx';
import { OriginOffer } from './origin-offer.tsx';
import { sessionPath, type SessionStart, sessionStart } from '../address/pages/session-address.ts';
import { SessionTree } from './session-tree.tsx';
import { useSessionTree } from './use-session-tree.ts';

const cutWords: Readonly<Record<Answer['cut'][number], string>> = {
  depth: 'More hand-overs follow one another than are shown here.',
  nodes: 'There are more keys than are shown here; those nearest in time are.',
  time: 'The archive was too slow to say everything; what it said in time is shown.',
  cycle: 'Records say that keys handed out each other in a circle; it is shown once.',
};

/** Who handed which key to whom, and what was done with each, at an address of its own. */
export function SessionPage(): ReactNode {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const start = useMemo(() => sessionStart(parseSearch(search)), [search]);
  if (start) return <TreeOf key={search} start={start} />;
  return (
    <ContentLayout header={<Header variant="h1">Session</Header>}>
      <Alert type="info" header="This link names no session">
        Open an event in Event history and choose “Follow this session” beside its access key.
      </Alert>
    </ContentLayout>
  );
}

function TreeOf({ start }: { readonly start: SessionStart }): ReactNode {
  const { data, error, isFetching, refetch } = useSessionTree(start);
  const names = useAccountNames();
  const missing = data?.nodes.find((node) => node.missing)?.missing;
  return (
    <ValueActionsContext value={useListActions()}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description="Who handed which access key to whom, and what was done with each: from all accounts and Regions in the archive."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <CopyButton text={() => location.origin + sessionPath(start)} what="link" />
                <Button
                  iconName="refresh"
                  ariaLabel="Refresh"
                  loading={isFetching}
                  onClick={() => void refetch()}
                />
              </SpaceBetween>
            }
          >
            Session
          </Header>
        }
      >
        <SpaceBetween size="m">
          {error && (
            <ProblemAlert
              problem={
                error instanceof ProblemError
                  ? error.problem
                  : problem('internal', 'The server sent something that is no session tree.')
              }
              onRetry={() => void refetch()}
            />
          )}
          {!data && !error && (
            <StatusIndicator type="loading">Following the keys through the archive</StatusIndicator>
          )}
          {data && data.cut.length > 0 && (
            <Alert type="warning" header="Not all of it is shown">
              {data.cut.map((cut) => (
                <div key={cut}>{cutWords[cut]}</div>
              ))}
            </Alert>
          )}
          {data && <OriginOffer missing={missing} names={names} />}
          {data && <SessionTree nodes={data.nodes} names={names} />}
        </SpaceBetween>
      </ContentLayout>
      <ValueMenuHost />
    </ValueActionsContext>
  );
}
