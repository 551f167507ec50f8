import { type Difference, type DifferentValue, differenceLimits } from '@trailglass/api';
import { surely, type Tally } from './surely.ts';

interface Counted {
  readonly subject: string;
  readonly values: readonly (Tally & { readonly value?: string | undefined })[];
}

type Ranked = Pick<Difference, 'fields' | 'alike'>;

/**
 * The fields in which selected events differ from the others, most first. A field differs by what all its more frequent
 * values have more, or all its less frequent ones less, whichever is more; of equal ones the first given stays first.
 */
export function ranked(all: Tally, counted: readonly Counted[]): Ranked {
  const fields = counted.map(({ subject, values }) => {
    const different = values
      .map((one): DifferentValue => ({
        ...(one.value !== undefined && { value: one.value }),
        selected: one.selected,
        others: one.others,
        sure: surely(one, all),
      }))
      .filter(({ sure }) => sure !== 0)
      .sort((a, b) => Math.abs(b.sure) - Math.abs(a.sure) || compare(a.value ?? '', b.value ?? ''));
    const sum = (sign: 1 | -1): number =>
      different.reduce((total, { sure }) => total + Math.max(0, sign * sure), 0);
    const difference = Math.min(1, Math.max(sum(1), sum(-1)));
    return { subject, difference, values: different.slice(0, differenceLimits.values) };
  });
  return {
    fields: fields
      .filter(({ difference }) => difference > 0)
      .sort((a, b) => b.difference - a.difference),
    alike: fields.filter(({ difference }) => difference === 0).map(({ subject }) => subject),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
