import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { wallsOf } from './walls.mjs';

const checkout = mkdtempSync(join(tmpdir(), 'walls-'));
afterAll(() => rmSync(checkout, { recursive: true }));
for (const folder of ['ui/time', 'list/grid/line', 'list/search', 'archive/test'])
  mkdirSync(join(checkout, 'src', folder), { recursive: true });

const rooms = {
  ui: { opens: [], rooms: { time: { knows: true } } },
  archive: { uses: ['database'] },
  list: { on: ['ui'], rooms: { search: {}, grid: { on: ['search'] } } },
};
const house = { folder: 'src', outside: ['database', 'express'], rooms };

/** Whether a file of a folder may import. */
function may(folder, specifier) {
  const override = wallsOf(checkout, house).find(
    ({ files: [files] }) => files === `src${folder}/*`,
  );
  const [, { patterns }] = override.rules['no-restricted-imports'];
  return patterns.every(({ regex }) => !new RegExp(regex).test(specifier));
}

it('a room imports what it stands on, however deep a file lies in it, and nothing else beside it', () => {
  expect(may('/list', '../ui/button.ts')).toBe(true);
  expect(may('/list/grid/line', '../../../ui/button.ts')).toBe(true);
  expect(may('/list/grid/line', '../../search/word.ts')).toBe(true);
  expect(may('/list/grid/line', '../cell.ts')).toBe(true);
  expect(may('/list/search', '../grid/grid.ts')).toBe(false);
  expect(may('/list/grid/line', '../../../archive/archive.ts')).toBe(false);
  expect(may('/ui/time', '../../list/list.ts')).toBe(false);
});

it('a name is the room that it leads to from here, not another of that name', () => {
  expect(may('/list/search', './ui/own.ts')).toBe(true);
  expect(may('/list/grid', '../archive/archive.ts')).toBe(true);
  expect(may('/list/grid', '../../archive/archive.ts')).toBe(false);
});

it('a folder shows its rooms, and they know its files only where the plan says so', () => {
  expect(may('/list', './grid/grid.ts')).toBe(true);
  expect(may('/list/search', '../list.ts')).toBe(false);
  expect(may('/ui/time', '../clock.ts')).toBe(true);
  expect(may('/ui', './time/zone.ts')).toBe(false);
});

it('what comes from outside is imported by whom it is given, and all in that room', () => {
  expect(may('/archive', 'database')).toBe(true);
  expect(may('/archive', 'express')).toBe(false);
  expect(may('/list', 'database/types')).toBe(false);
  expect(may('/list', 'react')).toBe(true);
});

it('a folder without walls, walls without a folder, and a room on one above it are errors', () => {
  const plan = (changed) => () => wallsOf(checkout, { ...house, rooms: { ...rooms, ...changed } });
  const { ui, ...others } = rooms;
  expect(() => wallsOf(checkout, { ...house, rooms: { ...others, list: {} } })).toThrow(
    'src/ui has no walls: say what it stands on',
  );
  expect(plan({ attic: {} })).toThrow('src/attic has walls and is not there');
  expect(plan({ ui: { ...ui, on: ['list'] } })).toThrow(
    'src/ui stands on list, which is not below it',
  );
});
