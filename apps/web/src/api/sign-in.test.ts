import { expect, test } from 'vitest';
import { tokenIn } from './sign-in.ts';

const token = 'Zm9vYmFyYmF6cXV4_-Zm9vYmFyYmF6cXV4';

test('the whole link, its end or the code alone can be pasted', () => {
  expect(tokenIn(` http://127.0.0.1:4517/#k=${token}\n`)).toBe(token);
  expect(tokenIn(`#k=${token}`)).toBe(token);
  expect(tokenIn(token)).toBe(token);
});

test('anything else is not a link from the terminal', () => {
  expect(tokenIn('http://127.0.0.1:4517/')).toBeUndefined();
  expect(tokenIn('#k=<script>')).toBeUndefined();
  expect(tokenIn('')).toBeUndefined();
});
