import type { SessionNode } from '@trailglass/api';
import { expect, test } from 'vitest';
import { treeRows, untouched } from './tree-rows.ts';

const node = (id: string, parent?: string, more: Partial<SessionNode> = {}): SessionNode => ({
  id,
  ...(parent !== undefined && { parent }),
  key: id,
  holder: { kind: 'session', label: id },
  events: 1,
  writes: 0,
  errors: 0,
  sources: [],
  addresses: 0,
  more: 0,
  ...more,
});
const shown = (...args: Parameters<typeof treeRows>): string[] =>
  treeRows(...args).map(({ id, level, place, siblings }) => `${level} ${id} ${place}/${siblings}`);

const tree = [
  node('root'),
  node('aside', 'root'),
  node('aside-child', 'aside'),
  node('here', 'root', { focus: true }),
  node('below', 'here'),
  node('deep', 'below'),
];

test('the way down to what is followed is open, and all below it; what lies aside is closed', () => {
  expect(shown(tree, untouched)).toEqual([
    '1 root 1/1',
    '2 aside 1/2',
    '2 here 2/2',
    '3 below 1/1',
    '4 deep 1/1',
  ]);
  const set = new Map([
    ['aside', true],
    ['here', false],
  ]);
  expect(shown(tree, { ...untouched, set })).toEqual([
    '1 root 1/1',
    '2 aside 1/2',
    '3 aside-child 1/1',
    '2 here 2/2',
  ]);
});

test('of many children those nearest to the way are shown, the others are one line until they are asked for', () => {
  const many = Array.from({ length: 40 }, (_, n) =>
    node(`k${n}`, 'root', n === 20 ? { focus: true } : {}),
  );
  expect(shown([node('root'), ...many], untouched)).toEqual([
    '1 root 1/1',
    ...[18, 19, 20, 21, 22].map((n, place) => `2 k${n} ${place + 1}/6`),
    '2 more root 6/6',
  ]);
  expect(treeRows([node('root'), ...many], untouched).at(-1)).toMatchObject({ count: 35 });
  const all = new Set(['root']);
  expect(shown([node('root'), ...many], { ...untouched, all })).toHaveLength(41);
});
