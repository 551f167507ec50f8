import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Problem, ScopeProgress } from '@trailglass/api';
import { useEffect, useState } from 'react';
import { momentText } from '../../ui/time/moment.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { answeredAt } from '../results/progress.ts';
import { problemGroups } from './problem-groups.ts';

interface Props {
  readonly problems: readonly Problem[];
  /** How far each scope was read: where nothing can be read, since when. */
  readonly scopes: readonly ScopeProgress[];
  readonly names: ReadonlyMap<string, string>;
}

const MOST = 3;
/** A pause that is over sooner is told by the coverage strip alone: an alert would only push the rows up and down. */
const PASSING_MS = 3_000;

/** Problems of one kind are told once, with all the places where they stand in the way. */
export function ProblemList({ problems, scopes, names }: Props) {
  const zone = useTimeZone();
  const since = (accounts: readonly string[]): string | undefined => {
    const told = accounts.flatMap((account) => {
      const at = answeredAt(scopes, account);
      return at === undefined
        ? []
        : `for ${names.get(account) ?? account} at ${momentText(at, zone)}`;
    });
    return told.length === 0
      ? undefined
      : `AWS last answered ${told.join(', ')}; what is shown was read by then.`;
  };
  const slow = useLasting(problems.some(({ type }) => type === 'throttled'));
  const told = slow ? problems : problems.filter(({ type }) => type !== 'throttled');
  const groups = problemGroups(told, names);
  if (groups.length === 0) return null;
  return (
    <SpaceBetween size="xs">
      {groups.slice(0, MOST).map((group) => (
        <ProblemAlert
          key={group.key}
          problem={group.problem}
          where={group.where}
          details={group.details}
          since={since(group.accounts)}
        />
      ))}
      {groups.length > MOST && (
        <Alert type="warning">{groups.length - MOST} more kinds of problems.</Alert>
      )}
    </SpaceBetween>
  );
}

/** Whether it has been so for a while. */
function useLasting(so: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!so) return undefined;
    const timer = setTimeout(() => setLasts(true), PASSING_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [so]);
  return so && lasts;
}
