import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { asProblem } from '../event/use-event.ts';
import { useListActions } from '../value-actions/to-the-list.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { RangeButton } from '../time-range/range-button.tsx';
import { usePageState } from '../address/use-page-state.ts';
import { sessionPath } from '../address/pages/session-address.ts';
import { parseSearch } from '../address/search-params.ts';
import { CopyButton } from '../ui/copy/copy-button.tsx';
import { ProblemAlert } from '../ui/problem/problem-alert.tsx';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { ValueActionsContext } from '../ui/value-menu/value-actions.ts';
import { ValueMenuHost } from '../ui/value-menu/value-menu-host.tsx';
import { ConsoleButton } from './console-button.tsx';
import { type Entity, entityAt } from '../address/pages/entity-address.ts';
import { EntityLists } from './entity-lists.tsx';
import styles from './entity.module.css';
import { entityNames } from './entity-words.ts';
import { News } from './news.tsx';
import { Tallies } from './tallies.tsx';
import { useEntity } from './use-entity.ts';
import { waysTo } from './ways.ts';

/** What one principal, key, role, resource or address did, at an address of its own. */
export function EntityPage(): ReactNode {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const entity = useMemo(() => entityAt(parseSearch(search)), [search]);
  if (entity) return <PageOf key={`${entity.kind} ${entity.value}`} entity={entity} />;
  return (
    <ContentLayout header={<Header variant="h1">Activity</Header>}>
      <Alert type="info" header="This link names nothing to show">
        Open an event in Event history and choose “Open its page” in the menu of a user, role,
        access key, resource or source IP address.
      </Alert>
    </ContentLayout>
  );
}

function PageOf({ entity }: { readonly entity: Entity }): ReactNode {
  const router = useRouter();
  const [page, change] = usePageState();
  const { kind, value } = entity;
  const same = useMemo((): Entity => ({ kind, value }), [kind, value]);
  const { about, told, timeline, refresh } = useEntity(same, page.range);
  const ways = waysTo(page, about.q, (path) => router.history.push(path));
  const { data, error } = told;
  return (
    <ValueActionsContext value={useListActions()}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <RangeButton range={page.range} onChange={(range) => change({ range })} />
                <Button iconName="refresh" ariaLabel="Refresh" onClick={refresh} />
                <CopyButton text={() => location.href} what="link" />
                {kind === 'resource' && <ConsoleButton name={value} about={about} />}
                {kind === 'key' && (
                  <Button onClick={() => router.history.push(sessionPath({ key: value }))}>
                    Follow this session
                  </Button>
                )}
                <Button variant="primary" href={ways.path({})} onFollow={ways.follow}>
                  Show its events
                </Button>
              </SpaceBetween>
            }
          >
            <span className={styles.kind}>{entityNames[kind]}</span>{' '}
            <span className={styles.name}>
              <SafeText text={value} limit={300} expandable={false} />
            </span>
          </Header>
        }
      >
        <SpaceBetween size="m">
          {error && <ProblemAlert problem={asProblem(error)} onRetry={() => void told.refetch()} />}
          {!data && !error && <StatusIndicator type="loading">Counting</StatusIndicator>}
          {data && <Tallies told={data} coverage={timeline.data?.coverage ?? []} ways={ways} />}
          <div className={styles.timeline}>
            {timeline.data && <Timeline {...timeline.data} onZoom={(range) => change({ range })} />}
          </div>
          {data && data.all.count > 0 && (
            <News told={data} ways={ways} onRange={(range) => change({ range })} />
          )}
          {data && <EntityLists told={data} ways={ways} q={about.q} />}
        </SpaceBetween>
      </ContentLayout>
      <ValueMenuHost />
    </ValueActionsContext>
  );
}
