import { describe, expect, it } from 'vitest';
import { expectedAt } from './expected.ts';

/** The place is where the bar stands. */
const at = (marked: string) => {
  const found = expectedAt(marked.replace('|', ''), marked.indexOf('|'));
  return found && { kind: found.kind, typed: found.typed, of: found.of, alone: found.alone };
};
const term = (typed: string) => ({ kind: 'term', typed, of: '', alone: false });
const value = (of: string, typed: string, alone: boolean) => ({ kind: 'value', typed, of, alone });

describe('what the filter’s text asks for next', () => {
  it('is a condition at the start, after a space, a minus or a parenthesis', () => {
    expect(at('|')).toEqual(term(''));
    expect(at('us|')).toEqual(term('us'));
    expect(at('user:alice |')).toEqual(term(''));
    expect(at('user:alice -na|')).toEqual(term('na'));
    expect(at('error:* (|')).toEqual(term(''));
  });

  it('is a value after the colon, within a group of values, and after a comparison', () => {
    expect(at('user:|')).toEqual(value('user', '', true));
    expect(at('user:al|')).toEqual(value('user', 'al', true));
    expect(at('user:"al|')).toEqual(value('user', '"al', true));
    expect(at('user:(alice OR b|')).toEqual(value('user', 'b', false));
    expect(at('user:(alice |')).toEqual(value('user', '', false));
    expect(at('time:>=|')).toEqual(value('time', '', false));
  });

  it('is nothing after a closing parenthesis, right after AND, and in quotes', () => {
    expect(at('(user:alice)|')).toBeUndefined();
    expect(at('user:alice AND|')).toBeUndefined();
    expect(at('"some wor|')).toBeUndefined();
  });

  it('replaces the whole piece, a field with its colon', () => {
    expect(expectedAt('user:alice', 2)).toMatchObject({ from: 0, to: 5, typed: 'us' });
    expect(expectedAt('user:alice x', 7)).toMatchObject({ from: 5, to: 10, typed: 'al' });
  });
});
