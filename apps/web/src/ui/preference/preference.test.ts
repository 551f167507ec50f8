import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { preference } from './preference.ts';

const Theme = z.enum(['light', 'dark']);
let count = 0;
const fresh = (stored?: string) => {
  count += 1;
  if (stored !== undefined) localStorage.setItem(`trailglass.t${count}`, stored);
  return preference<z.infer<typeof Theme>>(`t${count}`, 'Theme', Theme, 'light');
};
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('a choice is kept for the next visit', () => {
  fresh().write('dark');
  expect(preference(`t${count}`, 'Theme', Theme, 'light').read()).toBe('dark');
});

test.each([
  ['no JSON', '{'],
  ['another version', '{"version":2,"value":"dark"}'],
  ['a value that does not exist', '{"version":1,"value":"__proto__"}'],
  ['another shape', '"dark"'],
  ['nothing', 'null'],
])('stored text with %s gives the default', (_what, stored) => {
  expect(fresh(stored).read()).toBe('light');
});

test('reset forgets', () => {
  const theme = fresh();
  theme.write('dark');
  theme.reset();
  expect(theme.read()).toBe('light');
  expect(localStorage).toHaveLength(0);
});

test('storage that is full or forbidden: the choice lasts as long as the page', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  const theme = fresh();
  expect(theme.read()).toBe('light');
  theme.write('dark');
  expect(theme.read()).toBe('dark');
});
