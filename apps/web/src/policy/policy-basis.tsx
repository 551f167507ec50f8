import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRouter } from '@tanstack/react-router';
import { type LeastPrivilege, policyLimits } from '@trailglass/api';
import { counted } from '../ui/numbers/count.ts';
import { percent } from '../ui/numbers/percent.ts';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../ui/time/time-label.tsx';

const number = (value: number): string => value.toLocaleString('en');

/** From what the policy was made, and what of the range was not looked at: first, as all of it depends on that. */
export function PolicyBasis({ made }: { readonly made: LeastPrivilege }) {
  const router = useRouter();
  const { events, used, callers, covered, onlyFrom, policy, data } = made;
  const names = callers.most.map(({ name }) => name).join(', ');
  const others = callers.total - callers.most.length;
  const toList = (): void => router.history.push(`/events${router.history.location.search}`);
  return (
    <SpaceBetween size="s">
      <div>
        {events === 0
          ? 'No events were found.'
          : `Made from ${number(used)} of ${counted(events, 'event')}`}
        {used > 0 && (
          <>
            {callers.total === 1 ? ', all by ' : ` by ${number(callers.total)} callers: `}
            <SafeText text={names} limit={200} expandable={false} />
            {others > 0 && ` and ${number(others)} more`}
          </>
        )}
        {events > 0 && '.'} Actions and resource types from {data.name} {data.version}.
      </div>
      {covered !== undefined && covered < 1 && (
        <Alert
          type="warning"
          header={`${percent(covered)} of the range is read`}
          action={<Button onClick={toList}>Go to the events and read the rest</Button>}
        >
          Calls in what was not read are not in this policy. It covers the accounts, Regions and
          time that were asked for only as far as they are in the archive.
        </Alert>
      )}
      {onlyFrom !== undefined && (
        <Alert type="warning" header="There are more events than were looked at">
          The newest {number(policyLimits.events)} were, in equal shares of accounts and Regions:
          all of them back to <TimeLabel iso={onlyFrom} offset />. Narrow the filter or the time
          range for a policy of all.
        </Alert>
      )}
      {callers.total > 1 && policy.Statement.length > 0 && (
        <Alert type="info" header="This policy is of several callers together">
          Each of them would be allowed what any of them did. Filter by one user or role for a
          policy of their own.
        </Alert>
      )}
    </SpaceBetween>
  );
}
