import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Problem } from '@trailglass/api';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { problemGroups } from './problem-groups.ts';

interface Props {
  readonly problems: readonly Problem[];
  readonly names: ReadonlyMap<string, string>;
}

const MOST = 3;

/** Problems of one kind are told once, with all the places where they stand in the way. */
export function ProblemList({ problems, names }: Props) {
  const groups = problemGroups(problems, names);
  if (groups.length === 0) return null;
  return (
    <SpaceBetween size="xs">
      {groups.slice(0, MOST).map((group) => (
        <ProblemAlert key={group.key} problem={group.problem} where={group.where} />
      ))}
      {groups.length > MOST && (
        <Alert type="warning">{groups.length - MOST} more kinds of problems.</Alert>
      )}
    </SpaceBetween>
  );
}
