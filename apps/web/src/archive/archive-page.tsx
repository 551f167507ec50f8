import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { problem, ProblemError } from '@trailglass/api';
import { useMemo } from 'react';
import { useAbout } from '../api/about.ts';
import { useClient } from '../api/client.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ArchiveSummary } from './archive-summary.tsx';
import { ScopeTable } from './scope-table.tsx';

/** What is kept on this machine, how much of it there is, and where. */
export function ArchivePage() {
  const client = useClient();
  const { accounts } = useAbout();
  const names = useMemo(() => new Map(accounts.map(({ id, name }) => [id, name])), [accounts]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['archive'],
    queryFn: ({ signal }) => client.archive(signal),
  });
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="Events that were read once are kept here: what was asked for once is not asked for again."
          actions={
            <Button
              iconName="refresh"
              ariaLabel="Refresh"
              loading={isFetching}
              onClick={() => void refetch()}
            />
          }
        >
          Archive
        </Header>
      }
    >
      <SpaceBetween size="l">
        {error && (
          <ProblemAlert
            problem={
              error instanceof ProblemError
                ? error.problem
                : problem('internal', 'The server sent something that is not about the archive.')
            }
            onRetry={() => void refetch()}
          />
        )}
        {data?.problem && <ProblemAlert problem={data.problem} />}
        {!data && !error && <StatusIndicator type="loading">Reading the archive</StatusIndicator>}
        {data && <ArchiveSummary archive={data} />}
        {data && <ScopeTable scopes={data.scopes} names={names} />}
      </SpaceBetween>
    </ContentLayout>
  );
}
