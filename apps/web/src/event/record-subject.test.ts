import { parseSubject } from '@trailglass/query';
import { expect, test } from 'vitest';
import { recordSubject } from './record-subject.ts';

test.each([
  [['eventName'], 'eventName'],
  [['eventID'], 'eventId'],
  [['userIdentity', 'accessKeyId'], 'accessKeyId'],
  [['requestParameters', 'bucketName'], 'requestParameters.bucketName'],
  [['requestParameters', 'a.b', 'x y'], 'requestParameters."a.b"."x y"'],
  [
    ['responseElements', 'instancesSet', 'items', 'instanceId'],
    'responseElements.instancesSet.items.instanceId',
  ],
])('%j is called %s', (path, subject) => {
  expect(recordSubject(path)).toBe(subject);
});

test('what it is called is what a filter finds', () => {
  const path = ['requestParameters', '__proto__', 'tag:"Name"', '*'];
  expect(parseSubject(recordSubject(path) ?? '')).toEqual({ kind: 'path', path });
});

test('a name of the record that a field has as an alias of something else stays a path', () => {
  expect(parseSubject(recordSubject(['name']) ?? '')).toEqual({ kind: 'path', path: ['name'] });
});

test('what no filter can name has no name', () => {
  expect(recordSubject([])).toBeUndefined();
  expect(recordSubject(['requestParameters', ''])).toBeUndefined();
  expect(recordSubject(Array.from({ length: 40 }, () => 'a'))).toBeUndefined();
});
