import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { useTimeZone } from '../../ui/time-zone.tsx';
import type { PageState } from '../page-state.ts';
import type { Results } from '../results/results.ts';
import type { ResultsStore } from '../results/store.ts';
import { emptiness, type Step } from './emptiness.ts';
import { ProblemList } from './problem-list.tsx';
import { windowWords } from './window-words.ts';

interface Props {
  readonly results: Results;
  readonly store: ResultsStore;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** In place of rows: why there are none, and the next step. Never shown while there are rows or more may come. */
export function EmptyResults({ results, store, names, onChange }: Props) {
  const zone = useTimeZone();
  const empty = emptiness(results, zone, names);
  if (!empty) return null;
  const take = (step: Step): void => {
    if (step.kind === 'change') onChange(step.change);
    else if (step.kind === 'read-all') store.readAll();
    else store.resume();
  };
  return (
    <Box textAlign="center" padding={{ vertical: 'xxl', horizontal: 'l' }} color="inherit">
      <SpaceBetween size="m" alignItems="center">
        <Box variant="h3" tagOverride="h2" padding="n">
          {empty.title}
        </Box>
        {empty.detail && (
          <Box color="text-body-secondary">
            <SafeText text={empty.detail} />
          </Box>
        )}
        <SpaceBetween size="xs" direction="horizontal">
          {empty.steps.map((step) => (
            <Button key={step.label} onClick={() => take(step)}>
              {step.label}
            </Button>
          ))}
        </SpaceBetween>
      </SpaceBetween>
    </Box>
  );
}

/** Above the rows: what stands in the way of a whole answer, scope by scope. */
export function ResultsProblems({ results, names }: Pick<Props, 'results' | 'names'>) {
  const { failure, problems } = results;
  // That the server itself is gone stands at the top of every page, a wrong filter beside the filter.
  const told = failure?.type === 'unreachable' && failure.account === undefined;
  const own = failure && failure.type !== 'bad-filter' && !told;
  return (
    <ProblemList
      problems={own ? [failure, ...problems] : problems}
      scopes={results.scopes}
      names={names}
    />
  );
}

/** Above the rows: what the time range leaves out, or has from the archive alone. */
export function WindowNotice({ plan }: Pick<Results, 'plan'>) {
  const zone = useTimeZone();
  const words = plan && windowWords(plan, zone);
  return words === undefined ? null : (
    <StatusIndicator type="info" colorOverride="grey" wrapText>
      <SafeText text={words} />
    </StatusIndicator>
  );
}
