import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Problem } from '@trailglass/api';
import type { ReactNode } from 'react';
import { CommandToCopy } from '../copy/command-to-copy.tsx';
import { SafeText } from '../safe-text/safe-text.tsx';

interface Props {
  readonly problem: Problem;
  /** What becomes of it by itself, where something does. */
  readonly then?: string;
  /** The few words that there is room for. */
  readonly children: ReactNode;
}

/** A problem where there is no room for it: in a word or two, and on demand what happened and what to do. */
export function ProblemPopover({ problem, then, children }: Props) {
  const { title, detail, command } = problem;
  return (
    <Popover
      header={title}
      size="large"
      renderWithPortal
      content={
        <SpaceBetween size="xs">
          <SafeText text={detail} />
          {command !== undefined && <CommandToCopy command={command} />}
          {then !== undefined && <span>{then}</span>}
        </SpaceBetween>
      }
    >
      {children}
    </Popover>
  );
}
