import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { useAbout, useAccountNames } from '../api/about.ts';
import { explain } from '../api/explain.ts';
import { ProblemAlert } from '../ui/problem/problem-alert.tsx';
import { useArchive, useKeeping, useLastCount, useReadShares } from './kept/archive-queries.ts';
import { ArchiveSummary } from './archive-summary.tsx';
import { BeginDialog } from './begin/begin-dialog.tsx';
import { ForgetDialog } from './forget/forget-dialog.tsx';
import { askAgainIn } from './kept/keeping-words.ts';
import { isKept, scopeRows } from './scopes/scope-row.ts';
import { ScopeTable } from './scopes/scope-table.tsx';
import { useVerification } from './verify/use-verification.ts';
import { VerifyResult } from './verify/verify-result.tsx';

/** What is kept on this machine, how much of it there is, where, and what is read in the background. */
export function ArchivePage() {
  const about = useAbout();
  const { accounts, regions } = about;
  const names = useAccountNames();
  const keeping = useKeeping();
  const askAgain = askAgainIn(keeping.data);
  const moving = askAgain === 2000;
  useLastCount(moving);
  const archive = useArchive(askAgain);
  const open = archive.data?.state === 'open';
  const readable = useMemo(
    () => accounts.flatMap(({ id }) => regions.map((region) => `${id}:${region}`)),
    [accounts, regions],
  );
  const shares = useReadShares(open ? readable : [], askAgain);
  const rows = useMemo(
    () => scopeRows({ accounts, regions }, archive.data?.scopes ?? [], keeping.data?.scopes ?? []),
    [accounts, regions, archive.data, keeping.data],
  );
  const { verification, start, stop, dismiss } = useVerification();
  const [forgetting, setForgetting] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const retry = (): void => {
    for (const { refetch } of [archive, keeping, shares]) void refetch();
  };
  const problem =
    archive.error ?? (open ? (keeping.error ?? shares.error) : undefined) ?? undefined;
  const holds = open && (archive.data?.events ?? 0) > 0;

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
              loading={archive.isFetching && !moving}
              onClick={retry}
            />
          }
        >
          Archive
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem && <ProblemAlert problem={explain(problem)} onRetry={retry} />}
        {archive.data?.problem && <ProblemAlert problem={archive.data.problem} onRetry={retry} />}
        {archive.data?.state === 'off' && (
          <Alert type="info">
            This server keeps no events: every search is read from AWS, at two requests a second.
          </Alert>
        )}
        <ArchiveSummary
          archive={archive.data}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button disabled={!holds || verification?.state === 'running'} onClick={start}>
                Verify
              </Button>
              <Button disabled={!holds} onClick={() => setForgetting(true)}>
                Delete older events…
              </Button>
              {archive.data?.folder !== undefined && (
                <Button disabled={open && !holds} onClick={() => setBeginning(true)}>
                  Begin a new archive…
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {verification && (
            <VerifyResult
              verification={verification}
              names={names}
              onStop={stop}
              onAgain={start}
              onDismiss={dismiss}
            />
          )}
        </ArchiveSummary>
        {(open || !archive.data) && (
          <ScopeTable
            rows={rows}
            keeping={keeping.data}
            shares={shares.data}
            loading={archive.isPending && !archive.error}
          />
        )}
      </SpaceBetween>
      {beginning && archive.data && (
        <BeginDialog archive={archive.data} onClose={() => setBeginning(false)} />
      )}
      {forgetting && (
        <ForgetDialog keptRead={rows.some(isKept)} onClose={() => setForgetting(false)} />
      )}
    </ContentLayout>
  );
}
