import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Problem } from '@trailglass/api';
import { useEffect, useState } from 'react';
import { CommandToCopy } from '../copy/command-to-copy.tsx';
import { CopyButton } from '../copy/copy-button.tsx';
import { SafeText } from '../safe-text/safe-text.tsx';

interface Props {
  readonly problem: Problem;
  /** The account and Regions in words; '' or absent when it is of no scope. */
  readonly where?: string;
  /** More of the same kind that differ, to be unfolded. */
  readonly details?: readonly string[] | undefined;
  /** When AWS last answered, in words. */
  readonly since?: string | undefined;
  readonly onRetry?: () => void;
}

const warnings: ReadonlySet<Problem['type']> = new Set(['throttled', 'not-found']);

/** A problem as people meet it: what happened, where, and what to do, to copy. */
export function ProblemAlert({ problem, where, details, since, onRetry }: Props) {
  const { command, policy } = problem;
  return (
    <Alert
      type={warnings.has(problem.type) ? 'warning' : 'error'}
      header={where ? `${where}: ${problem.title}` : problem.title}
      action={onRetry && <Button onClick={onRetry}>Try again</Button>}
    >
      <SpaceBetween size="xxs">
        <div>
          <SafeText text={problem.detail} />
          {problem.retryAfterMs !== undefined && <NextTry inMs={problem.retryAfterMs} />}
          {since !== undefined && ` ${since}`}
        </div>
        {details !== undefined && (
          <ExpandableSection headerText="Show what AWS said" variant="inline">
            {details.map((detail) => (
              <div key={detail}>
                <SafeText text={detail} />
              </div>
            ))}
          </ExpandableSection>
        )}
        {command !== undefined && <CommandToCopy command={command} />}
        {policy !== undefined && (
          <ExpandableSection headerText="Show the policy to attach" variant="inline">
            <Box variant="pre" fontSize="body-s">
              {policy}
            </Box>
            <CopyButton text={policy} what="policy" variant="button" />
          </ExpandableSection>
        )}
      </SpaceBetween>
    </Alert>
  );
}

/** Counts down from when the problem was told. */
function NextTry({ inMs }: { readonly inMs: number }) {
  const [left, setLeft] = useState(inMs);
  useEffect(() => {
    const due = Date.now() + inMs;
    const tick = (): void => setLeft(Math.max(0, due - Date.now()));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [inMs]);
  return <> {left === 0 ? 'Trying again now.' : `Next try in ${Math.ceil(left / 1000)} s.`}</>;
}
