import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Account } from '@trailglass/api';
import { momentText } from '../ui/time/moment.ts';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import { CodeBlock } from './code-block.tsx';

/** Why an account cannot be read, and the command or policy that mends it. */
export function AccountProblems({ accounts }: { readonly accounts: readonly Account[] }) {
  const zone = useTimeZone();
  const broken = accounts.flatMap(({ id, name, problem, answeredAt }) =>
    problem ? [{ id, name, problem, answeredAt }] : [],
  );
  if (broken.length === 0) return null;
  return (
    <SpaceBetween size="s">
      {broken.map(({ id, name, problem, answeredAt }) => (
        <Alert key={id} type="warning" header={`${name}: ${problem.title}`}>
          <SpaceBetween size="xs">
            <div>
              {problem.detail}
              {answeredAt !== undefined &&
                ` AWS last answered for ${name} at ${momentText(answeredAt, zone)}; what was read by then stays in reach.`}
            </div>
            {problem.command !== undefined && <CodeBlock text={problem.command} what="command" />}
            {problem.policy !== undefined && <CodeBlock text={problem.policy} what="policy" />}
          </SpaceBetween>
        </Alert>
      ))}
    </SpaceBetween>
  );
}
