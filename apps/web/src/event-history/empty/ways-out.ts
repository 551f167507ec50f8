import type { Emptiness } from '@trailglass/api';
import { filterTextWords } from '../search/filter-words.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import type { Question } from '../results/question.ts';
import { elsewhereStep } from './elsewhere.ts';
import { MOST_CONDITIONS, removal, short, type Step, wider } from './emptiness.ts';
import { fieldLabel } from '../../fields/field-label.ts';
import { MOST_NEAREST } from './reason-words.ts';

export interface Surroundings {
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  readonly zone: TimeZone;
  /** The window's end. */
  readonly to: string;
}

/**
 * The ways out with what they lead to, the likeliest first: reading on, a value that does occur, a condition less, more
 * time, other places.
 * @param plain the ways as they are known without counts
 */
export function waysOut(
  found: Emptiness,
  plain: readonly Step[],
  question: Question,
  { names, zone, to }: Surroundings,
): readonly Step[] {
  const { lastDays = 0, before, elsewhere = [] } = found;
  const inReach = wider(question.range, lastDays);
  const steps = [
    ...plain.filter(({ kind }) => kind !== 'change'),
    ...nearestSteps(found),
    ...removals(found),
    ...inReach,
    // What AWS no longer has is kept all the same.
    ...(lastDays === 0 || inReach.length === 0 ? older(before, to, zone) : []),
    ...elsewhereStep(elsewhere, question.scopes, names),
  ];
  return [...new Map(steps.map((step) => [step.label, step])).values()];
}

const nearestSteps = ({ conditions }: Emptiness): readonly Step[] =>
  conditions
    .flatMap(({ nearest }) => nearest.slice(0, MOST_NEAREST))
    .slice(0, MOST_NEAREST)
    .map(({ value, field, filter, only }) => {
      const what = field === undefined ? value : `${fieldLabel(field)} = ${value}`;
      return {
        kind: 'change',
        label: `Use ${short(only ? `only ${filterTextWords(filter)}` : what)}`,
        change: { q: filter },
      };
    });

const older = (before: Emptiness['before'], to: string, zone: TimeZone): readonly Step[] =>
  before?.oldest === undefined
    ? []
    : [
        {
          kind: 'change',
          label: `Search back to ${zone.date(Date.parse(before.oldest))} (${before.events.toLocaleString('en')} there)`,
          change: { range: { kind: 'absolute', from: before.oldest, to } },
        },
      ];

/** What would not help by itself is not offered; where nothing does, all of them go. */
function removals({ conditions, held }: Emptiness): readonly Step[] {
  if (conditions.length === 0) return [];
  const [first, ...others] = conditions;
  const helping = conditions.filter(({ without }) => without !== 0);
  if (first && others.length > 0 && helping.length === 0 && held !== undefined && held > 0)
    return [
      {
        kind: 'change',
        label: `Clear the filter (${held.toLocaleString('en')})`,
        change: { q: '' },
      },
    ];
  return (helping.length > 0 ? helping : conditions)
    .slice(0, MOST_CONDITIONS)
    .map(({ text, rest, without }) =>
      removal({
        words: filterTextWords(text),
        rest,
        only: others.length === 0,
        gives: without === 0 ? undefined : without,
      }),
    );
}
