import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Suspense } from 'react';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import type { Results } from '../results/results.ts';
import { windowWords } from './window-words.ts';
import { lazily } from '../../ui/loading/lazily.ts';

// Most answers are whole.
const ProblemList = lazily(() => import('./problem-list.tsx').then((part) => part.ProblemList));

interface Props {
  readonly results: Results;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
}

/** Above the rows: what stands in the way of a whole answer, scope by scope. */
export function ResultsProblems({ results, names }: Props) {
  const { failure, problems } = results;
  // That the server itself is gone stands at the top of every page, a wrong filter beside the filter.
  const told = failure?.type === 'unreachable' && failure.account === undefined;
  const own = failure && failure.type !== 'bad-filter' && !told;
  const shown = own ? [failure, ...problems] : problems;
  if (shown.length === 0) return null;
  return (
    <Suspense>
      <ProblemList problems={shown} scopes={results.scopes} names={names} />
    </Suspense>
  );
}

/** Above the rows: what the time range leaves out, or has from the archive alone. */
export function WindowNotice({ plan }: Pick<Results, 'plan'>) {
  const zone = useTimeZone();
  const words = plan && windowWords(plan, zone);
  return words === undefined ? null : (
    <StatusIndicator type="info" colorOverride="grey" wrapText>
      {words}
    </StatusIndicator>
  );
}
