import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type Asked, type Emptiness, emptinessEndpoints } from '@trailglass/api';
import { useEffect, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { useAsked } from '../results/asked.ts';
import { totals } from '../results/progress.ts';
import type { Results } from '../results/results.ts';
import { eventsTold, type Step } from './emptiness.ts';
import { reasonWords, type Words } from './reason-words.ts';
import styles from './reasons.module.css';
import { Steps } from './steps.tsx';
import { waysOut } from './ways-out.ts';

interface Props {
  readonly results: Results;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  /** The ways out that are known without the archive. */
  readonly steps: readonly Step[];
  readonly onTake: (step: Step) => void;
}

/** Longer than that nobody waits for numbers. */
const PATIENCE_MS = 4_000;

/** Under the words of an empty list: what the archive knows of why, and the ways out with what each leads to. */
export function Reasons({ results, names, steps, onTake }: Props) {
  const { data, isPending } = useReasons(results);
  const zone = useTimeZone();
  if (isPending) return <Waiting />;
  const { question, plan } = results;
  const lines = data ? reasonWords(data, eventsTold(results)) : [];
  return (
    <>
      {lines.length > 0 && (
        <div className={styles.lines}>
          {lines.map((words) => (
            <Line key={JSON.stringify(words)} words={words} />
          ))}
        </div>
      )}
      {comparesWhole(results, data) && (
        <Box color="text-body-secondary">
          Values are compared whole, upper and lower case told apart.
        </Box>
      )}
      <Steps
        steps={
          data && question && plan
            ? waysOut(data, steps, question, { names, zone, to: plan.to })
            : steps
        }
        onTake={onTake}
      />
    </>
  );
}

/** Worth to be known where a filter finds nothing, and nothing near it either. */
const comparesWhole = ({ phase, question }: Results, found: Emptiness | undefined): boolean =>
  phase === 'complete' &&
  question !== undefined &&
  question.q.trim() !== '' &&
  !found?.conditions.some(({ nearest }) => nearest.length > 0) &&
  !found?.conditions.every(({ alone = 0 }) => alone > 0);

/** Asked once for each state of the search: numbers that stand do not change under the reader's hand. */
function useReasons(results: Results) {
  const client = useClient();
  const asked = useAsked(results);
  const ask = ({ q, from, to, scopes }: Asked, signal: AbortSignal): Promise<Emptiness> =>
    client.call(
      emptinessEndpoints.emptiness,
      { query: { q, from, to, scope: scopes.join(',') } },
      AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    );
  return useQuery({
    queryKey: ['figure', 'emptiness', asked, results.phase, totals(results.scopes).events],
    queryFn: asked ? ({ signal }) => ask(asked, signal) : skipToken,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

const Line = ({ words }: { readonly words: Words }) => (
  <p>
    {words.map((word) =>
      typeof word === 'string' ? (
        word
      ) : (
        <code key={word.code}>
          <SafeText text={word.code} limit={120} expandable={false} />
        </code>
      ),
    )}
  </p>
);

/** Most answers come before anybody has seen that something is awaited. */
function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return long ? <Spinner /> : null;
}
