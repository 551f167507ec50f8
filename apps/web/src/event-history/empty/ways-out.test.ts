import type { Emptiness } from '@trailglass/api';
import { expect, test } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import type { PageState } from '../../address/page-state.ts';
import type { Question } from '../results/question.ts';
import type { Step } from './emptiness.ts';
import { waysOut } from './ways-out.ts';

const prod = '111122223333';
const dev = '444455556666';
const names = new Map([
  [prod, 'prod'],
  [dev, 'dev'],
]);
const around = { names, zone: utc, to: '2026-11-22T12:00:00Z' };
const day = { kind: 'relative', amount: 1, unit: 'day' } as const;
const question = { q: 'user:Alice', range: day, scopes: [`${prod}:us-east-1`] };
const ninety = { range: { kind: 'relative', amount: 90, unit: 'day' } };

function ways(found: Partial<Emptiness>, more: Partial<Question> = {}, plain: Step[] = []) {
  const steps = waysOut(
    { covered: 1, conditions: [], ...found },
    plain,
    { ...question, ...more },
    around,
  );
  return steps.map((step): [string, Partial<PageState> | undefined] => [
    step.label,
    step.kind === 'change' ? step.change : undefined,
  ]);
}

test('a value that does occur, the condition gone, more time, other Regions: each with what it leads to', () => {
  expect(
    ways({
      held: 18_204,
      conditions: [
        {
          text: 'username:Alice',
          alone: 0,
          without: 18_204,
          rest: '',
          nearest: [{ value: 'alice', count: 41, filter: 'username:alice' }],
        },
      ],
      lastDays: 37,
      elsewhere: [{ account: prod, region: 'eu-west-1', events: 12 }],
    }),
  ).toEqual([
    ['Use alice', { q: 'username:alice' }],
    ['Remove this condition (18,204)', { q: '' }],
    ['Search the 90 days (37 there)', ninety],
    ['Search all Regions (12 in eu-west-1)', { regions: [] }],
  ]);
});

test('of several conditions those whose removal helps; where only all of them do, the filter', () => {
  const bob = { text: 'username:bob', alone: 4, rest: 'readOnly:false', nearest: [] };
  const writes = { text: 'readOnly:false', alone: 46, rest: 'username:bob', nearest: [] };
  const labels = (found: Partial<Emptiness>) =>
    ways({ held: 50, ...found }).map(([label]) => label);
  expect(
    labels({
      conditions: [
        { ...bob, without: 46 },
        { ...writes, without: 0 },
      ],
    }),
  ).toEqual(['Remove User name = bob (46)', 'Search the 90 days']);
  expect(
    labels({
      conditions: [
        { ...bob, without: 0 },
        { ...writes, without: 0 },
      ],
    }),
  ).toEqual(['Clear the filter (50)', 'Search the 90 days']);
  expect(labels({ conditions: [bob, writes] })).toEqual([
    'Remove User name = bob',
    'Remove Read-only = false',
    'Search the 90 days',
  ]);
});

test('a value in another field, and one that the other conditions leave out, say so', () => {
  const nearest = [
    { value: 'x', field: 'role', count: 3, filter: 'role:x' },
    { value: 'y', count: 2, filter: 'username:y', only: true as const },
  ];
  const conditions = [{ text: 'username:X', alone: 0, without: 0, rest: '', nearest }];
  expect(ways({ conditions }).slice(0, 2)).toEqual([
    ['Use Role = x', { q: 'role:x' }],
    ['Use only User name = y', { q: 'username:y' }],
  ]);
});

test('other places: Regions of the chosen accounts, else accounts in the chosen Regions, else both', () => {
  const last = (elsewhere: Emptiness['elsewhere']) => ways({ elsewhere }).at(-1);
  const at = (account: string, region: string, events: number) => ({ account, region, events });
  expect(
    last([
      at(prod, 'us-west-2', 1_200),
      at(prod, 'eu-west-1', 12),
      at(prod, 'eu-west-2', 2),
      at(dev, 'us-east-1', 99),
    ]),
  ).toEqual([
    'Search all Regions (1,200 in us-west-2, 12 in eu-west-1, 2 elsewhere)',
    { regions: [] },
  ]);
  expect(last([at(dev, 'us-east-1', 7)])).toEqual([
    'Search all accounts (7 in dev)',
    { accounts: [] },
  ]);
  expect(last([at(dev, 'eu-west-1', 4)])).toEqual([
    'Search all accounts and Regions (4 in dev eu-west-1)',
    { accounts: [], regions: [] },
  ]);
});

test('what is not read comes first; the 90 days are not offered where they were searched', () => {
  const range = { kind: 'relative', amount: 90, unit: 'day' } as const;
  const steps = waysOut(
    { covered: 0.5, conditions: [], lastDays: 0 },
    [
      { kind: 'read-all', label: 'Read the rest' },
      { kind: 'gaps', label: 'Show gaps' },
    ],
    { ...question, range },
    around,
  );
  expect(steps.map(({ label }) => label)).toEqual(['Read the rest', 'Show gaps']);
});

test('what is older than AWS keeps it is a way out, too, where nothing newer is', () => {
  const before = { events: 1_200, oldest: '2026-03-01T08:00:00Z', newest: '2026-04-01T08:00:00Z' };
  expect(ways({ before, lastDays: 0 })).toEqual([
    ['Search the 90 days', ninety],
    [
      'Search back to 2026-03-01 (1,200 there)',
      { range: { kind: 'absolute', from: before.oldest, to: around.to } },
    ],
  ]);
  expect(ways({ before, lastDays: 7 }).map(([label]) => label)).toEqual([
    'Search the 90 days (7 there)',
  ]);
  const year = { kind: 'relative', amount: 365, unit: 'day' } as const;
  expect(ways({ before, lastDays: 0 }, { range: year }).map(([label]) => label)).toEqual([
    'Search back to 2026-03-01 (1,200 there)',
  ]);
});
