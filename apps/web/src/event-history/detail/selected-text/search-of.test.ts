import { matcher, parseFilter, printFilter } from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchOf } from './search-of.ts';

const raw =
  '{"eventName":"PutObject","userAgent":"x\\" OR name:*","requestParameters":{"key":"a/b c","n":5}}';
const event = { raw, record: JSON.parse(raw) as TrailEvent['record'] } as TrailEvent;
const text = (selected: string) => {
  const found = searchOf({ text: selected, whole: false }, event);
  return found?.by === 'words' ? printFilter(found.filter) : found;
};

describe('text selected in an event', () => {
  it('is looked for anywhere in the record', () => {
    expect(text(' tObj ')).toBe('tObj');
    expect(text('a/b c')).toBe('"a/b c"');
    expect(text('x" OR name:*')).toBe(String.raw`"x\" OR name:*"`);
  });

  it('of several lines, or with its key, is looked for word by word, as the record writes it in another way', () => {
    expect(text('"eventName": "PutObject",')).toBe('eventName PutObject');
    expect(text('"key": "a/b c",\n    "n": 5')).toBe('key "a/b c" n 5');
  });

  it('is looked for in the field whose whole value it is, or that shows what the record writes otherwise', () => {
    const value = { subject: 'eventName', value: 'PutObject' };
    expect(searchOf({ text: 'PutObject', value, whole: true }, event)).toEqual({
      by: 'value',
      value,
    });
    expect(searchOf({ text: 'Put', value, whole: false }, event)?.by).toBe('words');
    const time = { subject: 'eventTime', value: '2026-11-23T07:00:00Z' };
    expect(searchOf({ text: '08:00', value: time, whole: false }, event)).toEqual({
      by: 'value',
      value: time,
    });
  });

  it('is not offered where no filter can hold it or it is not in the record', () => {
    expect(text('Resources referenced')).toBeUndefined();
    expect(text('x'.repeat(2049))).toBeUndefined();
    expect(text('  ')).toBeUndefined();
  });

  it('always gives a filter that can be read and finds the event itself', () => {
    fc.assert(
      fc.property(fc.nat(raw.length), fc.nat(raw.length), (from, to) => {
        const found = searchOf({ text: raw.slice(from, to), whole: false }, event);
        if (found?.by !== 'words') return;
        const { filter } = parseFilter(printFilter(found.filter));
        expect(filter && matcher(filter)(event)).toBe(true);
      }),
    );
  });
});
