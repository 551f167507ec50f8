import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ValueActions, ValueActionsContext } from './value-actions.ts';
import { ValueMenuHost } from './value-menu-host.tsx';
import { openMenuOf } from './opening.ts';
import { withMenu } from './shown-value.ts';
import { ValueMenu } from './value-menu.tsx';

const alice = { subject: 'username', value: 'alice' };
let done: unknown[] = [];
let clipboard = '';
const actions: ValueActions = {
  filterFor: (shown) => done.push(['filterFor', shown]),
  filterOut: (shown) => done.push(['filterOut', shown]),
  only: (shown) => done.push(['only', shown]),
  narrow: (condition) => done.push(['narrow', condition]),
  addColumn: (subject) => done.push(['addColumn', subject]),
  groupBy: (subject) => done.push(['groupBy', subject]),
  pageOf: () => undefined,
  followSession: () => undefined,
};

beforeEach(() => {
  done = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void (clipboard = text) },
  });
  render(
    <ValueActionsContext value={actions}>
      <ValueMenu shown={alice} focusable>
        alice
      </ValueMenu>
      <div role="grid" tabIndex={0}>
        <ValueMenu shown={{ subject: 'requestParameters.bucketName', value: 'logs' }}>
          logs
        </ValueMenu>
      </div>
      <span
        data-menu
        ref={withMenu({
          subject: 'resourceName',
          value: 'i-1',
          copy: () => 'i-1',
          others: ['i-2', 'i\u202e3'],
        })}
      >
        i-1
      </span>
      <ValueMenuHost />
    </ValueActionsContext>,
  );
});
afterEach(cleanup);
// The top layer is unknown to jsdom, which takes every popover for hidden.
configure({ defaultHidden: true });

const items = (): (string | null)[] =>
  screen.queryAllByRole('menuitem').map((item) => item.textContent);
const focusedName = (): string | null | undefined => document.activeElement?.textContent;

test('Enter on a value opens its menu; arrows move, Escape gives the focus back', () => {
  const value = screen.getByRole('button', { name: 'alice' });
  value.focus();
  fireEvent.keyDown(value, { key: 'Enter' });
  expect(screen.getByRole('menu', { name: 'User name: alice' })).toBeTruthy();
  expect(items()).toEqual([
    'Filter for',
    'Filter out',
    'Only this',
    'Add as column',
    'Group by this field',
    'Copy value',
  ]);
  expect(focusedName()).toBe('Filter for');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
  expect(focusedName()).toBe('Copy value');
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  expect(items()).toEqual([]);
  expect(document.activeElement).toBe(value);
});

test.each([
  ['Filter for', ['filterFor', alice]],
  ['Filter out', ['filterOut', alice]],
  ['Only this', ['only', alice]],
  ['Add as column', ['addColumn', 'username']],
  ['Group by this field', ['groupBy', 'username']],
])('%s acts on the value and closes', (label, expected) => {
  fireEvent.contextMenu(screen.getByText('alice'), { clientX: 10, clientY: 10 });
  fireEvent.click(screen.getByRole('menuitem', { name: label }));
  expect(done).toEqual([expected]);
  expect(items()).toEqual([]);
});

test('Copy copies the exact value and says so', async () => {
  fireEvent.contextMenu(screen.getByText('alice'), { clientX: 10, clientY: 10 });
  await act(async () => fireEvent.click(screen.getByRole('menuitem', { name: 'Copy value' })));
  expect(clipboard).toBe('alice');
});

test('a focused cell leads to the value inside it with Shift+F10, while Enter stays its own', () => {
  const grid = screen.getByRole('grid');
  fireEvent.keyDown(grid, { key: 'Enter' });
  expect(items()).toEqual([]);
  fireEvent.keyDown(grid, { key: 'F10', shiftKey: true });
  expect(items()).toContain('Copy path');
});

test('the affordance stands beside the value under the pointer', () => {
  const button = screen.getByLabelText<HTMLButtonElement>('Actions for this value');
  expect(button.hidden).toBe(true);
  fireEvent.pointerMove(screen.getByText('alice'));
  expect(button.hidden).toBe(false);
  fireEvent.click(button);
  expect(items()).toContain('Filter for');
});

test('the menu of the first of several values has the others, too', () => {
  act(() => openMenuOf(screen.getByText('i-1')));
  expect(items()).toEqual([
    'Filter for',
    'Filter out',
    'Only this',
    'Filter for i-2',
    'Filter for i⟨RLO⟩3',
    'Add as column',
    'Group by this field',
    'Copy value',
    'Copy all 3 values',
  ]);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Filter for i-2' }));
  expect(done).toEqual([['filterFor', { subject: 'resourceName', value: 'i-2' }]]);
  act(() => openMenuOf(screen.getByText('i-1')));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Copy all 3 values' }));
  expect(clipboard).toBe('i-1\ni-2\ni\u202e3');
});
