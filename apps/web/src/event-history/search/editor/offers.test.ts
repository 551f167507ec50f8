import { catalogue } from '@trailglass/record';
import { parseFilter } from '@trailglass/query';
import { describe, expect, it } from 'vitest';
import { expectedAt } from './expected.ts';
import { fieldWords, pathStarts } from './field-words.ts';
import { operatorOffers } from './operator-offers.ts';
import { termOffers } from './term-offers.ts';

const at = (text: string) => {
  const found = expectedAt(text, text.length);
  if (!found) throw new Error('nothing is expected here');
  return found;
};
const terms = (text: string, explicit = false) =>
  termOffers(at(text), explicit)?.options.map(({ label }) => label) ?? [];
const operators = (text: string, negated = false) =>
  operatorOffers(at(text), negated)?.options.map(({ label }) => label) ?? [];

describe('what is offered while a filter is written', () => {
  it('is every field with words of its own, when asked for', () => {
    const offered = termOffers(at(''), true)?.options ?? [];
    for (const { name } of catalogue)
      expect(offered).toContainEqual(
        expect.objectContaining({ label: name, detail: fieldWords[name] }),
      );
    expect(terms('')).toEqual([]);
  });

  it('is a field by any of its names, and by the words of its label', () => {
    expect(terms('ip')[0]).toBe('sourceIPAddress');
    expect(terms('user:a key')[0]).toBe('accessKeyId');
    expect(terms('-agen')[0]).toBe('userAgent');
    expect(terms('region')).toContain('awsRegion');
    expect(terms('requestP')).toEqual(['requestParameters.']);
    expect(terms('user:a o')).toContain('OR');
    expect(terms('zzz')).toEqual([]);
  });

  it('are the operators that fit the field', () => {
    expect(operators('user:')).toEqual(['*', '…*', '*…*', '(… OR …)', '-']);
    expect(operators('time:')).toEqual(['>=', '<=', '>', '<', '-']);
    expect(operators('readOnly:')).toEqual(['-']);
    expect(operators('ip:')).toContain('10.0.0.0/8');
    expect(operators('requestParameters.maxResults:')).toContain('>=');
    expect(operators('-user:', true)).not.toContain('-');
    expect(operators('user:Ali')).toEqual(['Ali*', '*Ali*']);
    expect(operators('readOnly:fa')).toEqual([]);
    expect(operators('nofield:')).toEqual([]);
  });

  it('are paths that the filter can read', () => {
    for (const [start] of pathStarts) expect(parseFilter(`${start}x:y`).problem).toBeUndefined();
  });
});
