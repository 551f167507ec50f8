import { parseFilter, printFilter } from '@trailglass/query';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filter as anyFilter } from '../../../../../packages/query/test/arbitrary.ts';
import { fromTokens, toTokens } from './filter-tokens.ts';

const read = (text: string) => {
  const { filter, problem } = parseFilter(text);
  if (!filter) throw new Error(problem.reason);
  return filter;
};

const conditions = [
  'user:alice',
  'name:Describe*',
  'name:*Bucket*',
  'name:Run?nstances',
  'agent:"a*b"',
  'error:*',
  '-readOnly:true',
  'ip:10.0.0.0/8',
  'time:>=2026-11-01T00:00:00Z',
  'requestParameters.instanceType:t3.micro',
  'requestParameters.maxResults:>50',
  '"i-0abc def"',
  '-"denied"',
  '-source:ec2.amazonaws.com',
];

describe('the filter bar’s tokens', () => {
  it('show every filter of one or two levels and give the same filter back', () => {
    const level = (operation: string) =>
      fc.subarray(conditions, { minLength: 2 }).map((some) => `(${some.join(` ${operation} `)})`);
    const part = fc.oneof(fc.constantFrom(...conditions), level('OR'));
    fc.assert(
      fc.property(fc.uniqueArray(part, { maxLength: 5 }), (parts) => {
        const filter = read(parts.join(' '));
        const tokens = toTokens(filter);
        if (!tokens) throw new Error('has no tokens');
        expect(printFilter(fromTokens(tokens))).toBe(printFilter(filter));
      }),
    );
  });

  it('of any filter they can show are the same tokens after text and back, and lose nothing', () => {
    let shown = 0;
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const tokens = toTokens(filter);
        if (!tokens) return;
        shown += 1;
        const text = printFilter(fromTokens(tokens));
        expect(text).toBe(printFilter(filter));
        expect(toTokens(read(text))).toEqual(tokens);
      }),
      { numRuns: 1000 },
    );
    expect(shown).toBeGreaterThan(300);
  });

  it('are not used where they would change a value', () => {
    expect(toTokens(read('user:" alice"'))).toBeUndefined();
    expect(toTokens(read('agent:"10.0.0.0/8"'))).toBeDefined();
    expect(toTokens(read('ip:"10.0.0.0/8"'))).toBeUndefined();
  });

  it('read as people write them in the AWS console', () => {
    const tokens = toTokens(read('readOnly:false user:alice -name:Describe*'));
    expect(tokens?.tokenGroups).toEqual([
      { propertyKey: 'readOnly', operator: '=', value: 'false' },
      { propertyKey: 'username', operator: '=', value: 'alice' },
      { propertyKey: 'eventName', operator: '!^', value: 'Describe' },
    ]);
  });

  it('take what a person types: wildcards, a network, nothing at all', () => {
    const typed = (propertyKey: string, operator: string, value: string) =>
      printFilter(fromTokens({ operation: 'and', tokens: [{ propertyKey, operator, value }] }));
    expect(typed('eventName', '=', 'Terminate*')).toBe('eventName:Terminate*');
    expect(typed('sourceIPAddress', '=', '10.0.0.0/8')).toBe('sourceIPAddress:10.0.0.0/8');
    expect(typed('errorCode', '!=', '*')).toBe('-errorCode:*');
    expect(typed('userAgent', ':', 'a*b')).toBe(String.raw`userAgent:*a\*b*`);
    expect(typed('username', '=', '  ')).toBe('');
  });

  it('are not used for filters that nest deeper', () => {
    expect(toTokens(read('user:a (name:b OR (source:c error:*))'))).toBeUndefined();
    expect(toTokens(read('-(user:a OR name:b)'))).toBeUndefined();
  });
});
