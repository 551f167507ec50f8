import {
  type Filter,
  isEverything,
  parseFilter,
  printFilter,
  requirements,
  without,
} from '@trailglass/query';
import { parseTime } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import type { PageState, TimeRange } from '../../address/page-state.ts';
import { awsReach, unitMs } from '../../time-range/time-range.ts';
import { totals } from '../results/progress.ts';
import type { Results } from '../results/results.ts';
import { filterWords } from '../search/filter-words.ts';
import { whoAnswers } from '../search/status-words.ts';

export type Step =
  | { readonly kind: 'change'; readonly label: string; readonly change: Partial<PageState> }
  | { readonly kind: 'read-all'; readonly label: string }
  | { readonly kind: 'resume'; readonly label: string }
  | { readonly kind: 'gaps'; readonly label: string };

export interface Emptiness {
  readonly title: string;
  readonly detail?: string;
  readonly steps: readonly Step[];
  /** The archive may know more of why, and of the ways out. */
  readonly asks: boolean;
}

export const MOST_CONDITIONS = 4;

/** Why a list is empty, in words, and what to do; undefined while it is not, or is not known to be. */
export function emptiness(
  results: Results,
  zone: TimeZone,
  names: ReadonlyMap<string, string>,
): Emptiness | undefined {
  const { phase, rows, scopes, question } = results;
  if (rows.length > 0 || !question || phase === 'idle' || phase === 'reading') return undefined;
  if (results.failure?.type === 'bad-filter') return wrongFilter;
  const unread = scopes.filter((scope) => scope.state !== 'complete').length;
  if (phase === 'failed' && scopes.every((scope) => scope.state === 'failed')) {
    return {
      title: 'Nothing could be read',
      steps: [{ kind: 'resume', label: 'Try again' }],
      asks: false,
    };
  }
  if (phase === 'partial') return notKept(results);
  if (unread > 0 || phase !== 'complete') {
    return {
      title: 'No match so far',
      detail: `${unread} of ${counted(scopes.length, 'scope')} ${scopes.length === 1 ? 'is' : 'are'} not fully read.`,
      steps: [
        { kind: phase === 'failed' ? 'resume' : 'read-all', label: 'Read the rest' },
        { kind: 'gaps', label: 'Show gaps' },
      ],
      asks: true,
    };
  }
  const { filter } = parseFilter(question.q);
  if (!filter || isEverything(filter)) return nothingHappened(results, zone, names);
  return nothingMatched(results, filter);
}

const notKept = ({ question }: Results): Emptiness => ({
  title: 'No match in what was kept',
  detail: 'AWS no longer has the oldest part of this time range, and not all of it was kept.',
  steps: wider(question?.range),
  asks: true,
});

const wrongFilter: Emptiness = {
  title: 'The filter cannot be read',
  detail: 'Correct it above, or clear it.',
  steps: [{ kind: 'change', label: 'Clear the filter', change: { q: '' } }],
  asks: false,
};

function nothingHappened(
  { plan, scopes, question }: Results,
  zone: TimeZone,
  names: ReadonlyMap<string, string>,
): Emptiness {
  const time = (iso: string | undefined): string => {
    const ms = parseTime(iso);
    return ms === undefined ? '' : `${zone.dateTime(ms)} ${zone.offset(ms)}`;
  };
  const only = scopes.length === 1 ? scopes[0] : undefined;
  const where = only
    ? `in ${only.region} for ${names.get(only.account) ?? only.account}`
    : `in ${counted(scopes.length, 'scope')}`;
  return {
    title: `No events ${where}`,
    detail: `Between ${time(plan?.from)} and ${time(plan?.to)}. Everything was read.`,
    steps: wider(question?.range),
    asks: true,
  };
}

/** How many events the title says that there are: all that were read, where AWS did not pick some of them. */
export function eventsTold({ phase, plan, scopes }: Results): number {
  const { events, requests } = totals(scopes);
  return phase !== 'complete' || (plan?.attribute && requests > 0) ? 0 : events;
}

function nothingMatched(results: Results, filter: Filter): Emptiness {
  const { plan, scopes, question } = results;
  const { events, requests } = totals(scopes);
  const told = eventsTold(results);
  const conditions = requirements(filter);
  const removals = conditions.slice(0, MOST_CONDITIONS).map((condition) =>
    removal({
      words: filterWords(condition),
      rest: printFilter(without(filter, condition)),
      only: conditions.length === 1,
    }),
  );
  const asked = plan && whoAnswers(plan);
  // Rows that stand in the archive are looked through without AWS, so only its own answer can be told as such.
  const answer =
    plan?.attribute && events === 0 && requests > 0
      ? `AWS was asked for ${asked?.aws} and has none in this time range.`
      : 'Everything in this time range was read.';
  return {
    title: told === 0 ? 'No event matches' : `None of ${counted(told, 'event')} match`,
    detail: answer,
    steps: [...removals, ...wider(question?.range)],
    asks: true,
  };
}

/** ` (1,204)`, or nothing when it is not known. */
const inBrackets = (count: number | undefined): string =>
  count === undefined ? '' : ` (${count.toLocaleString('en')})`;

/** Leaving a condition out, with how many events that gives. */
export const removal = (condition: {
  readonly words: string;
  readonly rest: string;
  /** The filter's only one. */
  readonly only: boolean;
  readonly gives?: number | undefined;
}): Step => ({
  kind: 'change',
  label: `Remove ${condition.only ? 'this condition' : short(condition.words)}${inBrackets(condition.gives)}`,
  change: { q: condition.rest },
});

export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** All that LookupEvents reaches back to; nothing where as much was asked for. */
export const wider = (range: TimeRange | undefined, there = 0): readonly Step[] =>
  range?.kind === 'relative' && range.amount * unitMs[range.unit] >= awsReach
    ? []
    : [
        {
          kind: 'change',
          label: `Search the 90 days${there > 0 ? ` (${there.toLocaleString('en')} there)` : ''}`,
          change: { range: { kind: 'relative', amount: 90, unit: 'day' } },
        },
      ];
