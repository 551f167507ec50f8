import type { Emptiness } from '@trailglass/api';
import { expect, test } from 'vitest';
import { reasonWords } from './reason-words.ts';

type Condition = Emptiness['conditions'][number];
const condition = (text: string, more: Partial<Condition>): Condition => ({
  text,
  rest: '',
  nearest: [],
  ...more,
});
/** As it reads, what stands in filters between backticks. */
const said = (conditions: readonly Condition[], held = 18_204, told = held): readonly string[] =>
  reasonWords({ covered: 1, held, conditions: [...conditions] }, told).map((words) =>
    words
      .map((word) => (typeof word === 'string' ? word : `\`${word.code}\``))
      .join('')
      .replaceAll('\u00A0', ' '),
  );

test('a value that occurs nowhere, and those that come near it', () => {
  const alice = condition('username:Alice', {
    alone: 0,
    nearest: [
      { value: 'alice', count: 1_041, filter: 'username:alice' },
      { value: 'Malice', count: 2, filter: 'username:Malice' },
    ],
  });
  expect(said([alice, condition('readOnly:false', { alone: 41 })])).toEqual([
    '`User name = Alice` matches none; `alice` has 1,041, `Malice` 2.',
  ]);
  expect(said([condition('eventName:Foo*', { alone: 0 })])).toEqual([
    '`Event name ^ Foo` matches none.',
  ]);
});

test('a value that stands in another field, and one that the other conditions leave out', () => {
  const arn = 'arn:aws:iam::1:user/alice';
  expect(
    said([
      condition(`username:${arn}`, {
        alone: 0,
        nearest: [
          { value: arn, field: 'principalArn', count: 41, filter: `principalArn:${arn}` },
          { value: 'alice', count: 41, filter: 'username:alice' },
        ],
      }),
    ]),
  ).toEqual([`\`User name = ${arn}\` matches none; as Principal ARN it has 41, \`alice\` 41.`]);
  expect(
    said([
      condition('username:Bob', {
        alone: 0,
        nearest: [{ value: 'bob', count: 4, filter: 'username:bob', only: true }],
      }),
      condition('readOnly:false', { alone: 46 }),
    ]),
  ).toEqual(['`User name = Bob` matches none; `bob` has 4, though not with the other conditions.']);
});

test('conditions that never come together', () => {
  const two = [condition('username:bob', { alone: 4 }), condition('readOnly:false', { alone: 46 })];
  expect(said(two)).toEqual([
    '`User name = bob` matches 4, `Read-only = false` 46; together they match none.',
  ]);
});

test('of how many, where that has not been said; nothing where nothing is kept or known', () => {
  const alice = condition('username:Alice', { alone: 0 });
  expect(said([alice], 1_050, 0)).toEqual([
    'Of 1,050 events kept here, `User name = Alice` matches none.',
  ]);
  expect(said([alice], 0)).toEqual([]);
  expect(said([condition('username:Alice', {})])).toEqual([]);
});
