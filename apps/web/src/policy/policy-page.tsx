import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { LeastPrivilege } from '@trailglass/api';
import { rangeLabel } from '../time-range/time-range.ts';
import { explain } from '../api/explain.ts';
import { counted } from '../ui/numbers/count.ts';
import { ProblemAlert } from '../ui/problem/problem-alert.tsx';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import { PolicyBasis } from './policy-basis.tsx';
import { PolicyGaps } from './policy-gaps.tsx';
import { PolicyText } from './policy-text.tsx';
import { usePolicy } from './use-policy.ts';

/** What events did as the least policy that allows it, with all that events cannot tell beside it. */
export function PolicyPage() {
  const { asked, query } = usePolicy();
  const zone = useTimeZone();
  const { events, q, range } = asked;
  const about =
    events.length > 0
      ? counted(events.length, 'chosen event')
      : `${q === '' ? 'All events' : q} · ${rangeLabel(range, zone)}`;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={<SafeText text={about} limit={300} expandable={false} />}
          actions={
            <Button
              iconName="refresh"
              ariaLabel="Refresh"
              loading={query.isFetching}
              onClick={() => void query.refetch()}
            />
          }
        >
          Least-privilege policy
        </Header>
      }
    >
      {query.data ? (
        <Answer made={query.data} />
      ) : query.error ? (
        <ProblemAlert problem={explain(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <StatusIndicator type="loading">Reading the events</StatusIndicator>
      )}
    </ContentLayout>
  );
}

const Answer = ({ made }: { readonly made: LeastPrivilege }) => (
  <SpaceBetween size="l">
    <PolicyBasis made={made} />
    {made.policy.Statement.length > 0 && <PolicyText made={made} />}
    <PolicyGaps made={made} />
  </SpaceBetween>
);
