import { describe, expect, it } from 'vitest';
import { fit, fitting } from './match.ts';

describe('finding a command', () => {
  it('prefers the start of the text, then of a word, then the middle, then letters in order', () => {
    const [start, word, middle, letters] = [
      fit('Refresh the list', 're'),
      fit('Go to results', 're'),
      fit('More columns', 're'),
      fit('Rows in the end', 're'),
    ];
    expect([start, word, middle, letters].every((score) => score !== undefined)).toBe(true);
    expect([letters, middle, word, start]).toEqual(
      [start, word, middle, letters].map(Number).sort((a, b) => a - b),
    );
  });

  it('wants every word, in any order and case', () => {
    expect(fit('Last 7 days', 'DAYS 7')).toBeDefined();
    expect(fit('Last 7 days', '7 hours')).toBeUndefined();
    expect(fit('Dark theme', 'drk')).toBeDefined();
    expect(fit('Dark theme', 'krd')).toBeUndefined();
    expect(fit('a.*(b', '.*(')).toBeDefined();
  });

  it('keeps groups together, the best first, and everything as it is when nothing is typed', () => {
    const all = [
      { group: 'Pages', text: 'Archive' },
      { group: 'List', text: 'Refresh' },
      { group: 'Pages', text: 'Theme and archive' },
      { group: 'List', text: 'Archive this list' },
    ];
    const texts = (typed: string) => fitting(all, typed).map(({ text }) => text);
    expect(texts('arch')).toEqual(['Archive', 'Theme and archive', 'Archive this list']);
    expect(texts('refr')).toEqual(['Refresh']);
    expect(texts('')).toEqual(['Archive', 'Theme and archive', 'Refresh', 'Archive this list']);
  });
});
