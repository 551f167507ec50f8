import { expect, test } from 'vitest';
import { typedAhead } from './typed-ahead.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test('what is typed before the field is there is kept as it would stand in it, and whether it was entered', () => {
  const ahead = typedAhead();
  for (const key of ['a', '😀', 'Backspace', 'Shift', 'b'])
    expect(ahead.take({ ...plain, key })).toBe(key !== 'Shift');
  expect(ahead.take({ ...plain, key: 'r', ctrlKey: true })).toBe(false);
  expect(ahead.take({ ...plain, key: '[', ctrlKey: true, altKey: true })).toBe(true);
  expect(ahead.read()).toEqual({ text: 'ab[', entered: false });
  for (const key of ['Enter', 'c']) expect(ahead.take({ ...plain, key })).toBe(true);
  expect(ahead.read()).toEqual({ text: 'ab[', entered: true });
  ahead.clear();
  expect(ahead.read()).toEqual({ text: '', entered: false });
});
