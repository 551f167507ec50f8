import type { Emptiness } from '@trailglass/api';
import { counted } from '../../ui/numbers/count.ts';
import { filterTextWords } from '../search/filter-words.ts';
import { fieldLabel } from '../../fields/field-label.ts';

/** Words, and between them what stands in filters and events. */
export type Words = readonly (string | { readonly code: string })[];

type Condition = Emptiness['conditions'][number];
type Nearest = Condition['nearest'][number];

/** Of each condition, so that the sentence can be read. */
export const MOST_NEAREST = 3;
const MOST_CONDITIONS = 3;
/** A number stays with what it counts. */
const NO_BREAK = '\u00A0';
const number = (value: number): string => value.toLocaleString('en');

/**
 * Why nothing matches: the conditions that hold for no event, with what comes near; or that all of them hold for some,
 * never together. Nothing where the archive cannot tell.
 * @param told events in which the words before this found none, if they say how many
 */
export function reasonWords(found: Emptiness, told: number): readonly Words[] {
  const { held = 0, conditions } = found;
  if (held === 0) return [];
  const kept: Words = held === told ? [] : [`Of ${counted(held, 'event')} kept here, `];
  const dead = conditions.filter(({ alone }) => alone === 0);
  if (dead.length > 0)
    return dead
      .slice(0, MOST_CONDITIONS)
      .map((condition, n) => [
        ...(n === 0 ? kept : []),
        { code: filterTextWords(condition.text) },
        ' matches none',
        ...condition.nearest.slice(0, MOST_NEAREST).flatMap(nearestWords),
        '.',
      ]);
  const known = conditions.filter(({ alone }) => alone !== undefined);
  if (known.length < 2) return [];
  const each = known
    .slice(0, MOST_CONDITIONS)
    .flatMap(({ text, alone = 0 }, n) => [
      n === 0 ? '' : ', ',
      { code: filterTextWords(text) },
      `${n === 0 ? ' matches ' : NO_BREAK}${number(alone)}`,
    ]);
  return [[...kept, ...each, '; together they match none.']];
}

function nearestWords({ value, field, count, only }: Nearest, n: number, all: readonly Nearest[]) {
  const has = `${n === 0 || field !== undefined ? ' has ' : NO_BREAK}${number(count)}`;
  const last = n === all.length - 1;
  return [
    n === 0 ? '; ' : ', ',
    ...(field === undefined ? [{ code: value }] : [`as ${fieldLabel(field)} it`]),
    has,
    only && last ? ', though not with the other conditions' : '',
  ];
}
