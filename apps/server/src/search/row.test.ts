import { type Scope, readEvent, type TrailEvent } from '@trailglass/record';
import { expect, test } from 'vitest';
import { rowsWith } from './row.ts';

function event(parameters: string): TrailEvent {
  const raw = `{"eventVersion":"1.11","eventTime":"2026-11-22T15:40:02Z","eventID":"00000000-0000-4000-8000-000000000001","requestParameters":${parameters}}`;
  const item = {
    EventId: '00000000-0000-4000-8000-000000000001',
    EventTime: new Date('2026-11-22T15:40:02Z'),
    CloudTrailEvent: raw,
  };
  const read = readEvent(item, { account: '111122223333', region: 'us-east-1' } as Scope);
  if (!read.event) throw new Error('no event');
  return read.event;
}
const paths = (parameters: string, ...wanted: readonly string[]) =>
  rowsWith(wanted)(event(parameters)).paths;

test('a row carries the values at the paths that were asked for, under the names they were asked by', () => {
  expect(
    paths(
      '{"bucketName":"logs","tags":[{"k":"a"},{"k":"b"}],"on":true}',
      'requestParameters.bucketName',
      'requestParameters.tags.k',
      'requestParameters.on',
      'requestParameters.none',
    ),
  ).toEqual([
    ['requestParameters.bucketName', ['logs']],
    ['requestParameters.tags.k', ['a', 'b']],
    ['requestParameters.on', ['true']],
  ]);
});

test('numbers keep their digits, and names of objects’ insides are names', () => {
  expect(
    paths(
      '{"size":9007199254740993,"__proto__":{"constructor":"x"}}',
      'requestParameters.size',
      'requestParameters.__proto__.constructor',
      'requestParameters.toString',
    ),
  ).toEqual([
    ['requestParameters.size', ['9007199254740993']],
    ['requestParameters.__proto__.constructor', ['x']],
  ]);
});

test('an object is there as JSON in one line, its numbers digit by digit, beside the values of the same path', () => {
  expect(
    paths(
      '{"filter":{"size":9007199254740993,"say":"\\"number 1"},"set":[{"a":1},"text"]}',
      'requestParameters.filter',
      'requestParameters.set',
    ),
  ).toEqual([
    ['requestParameters.filter', [], ['{"size":9007199254740993,"say":"\\"number 1"}']],
    ['requestParameters.set', ['text'], ['{"a":1}']],
  ]);
});

test('of a long list the first 20 are sent, of a long text one character more than a filter takes', () => {
  const list = JSON.stringify(Array.from({ length: 30 }, (_, at) => `v${at}`));
  expect(paths(`{"list":${list}}`, 'requestParameters.list')?.[0]?.[1]).toHaveLength(20);
  const long = JSON.stringify('x'.repeat(10_000));
  expect(paths(`{"text":${long}}`, 'requestParameters.text')?.[0]?.[1][0]).toHaveLength(2049);
});

test('without paths, and where a record has none of them, a row is as it always was', () => {
  expect('paths' in rowsWith([])(event('{}'))).toBe(false);
  expect('paths' in rowsWith(['requestParameters.a'])(event('{}'))).toBe(false);
});
