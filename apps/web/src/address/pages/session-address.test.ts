import { expect, test } from 'vitest';
import { parseSearch } from '../search-params.ts';
import { keyOfValue, sessionPath, sessionStart } from './session-address.ts';

test('an address leads back to what it was made of; one that names neither key nor event to nothing', () => {
  const starts = [
    { key: 'ASIAZFDZ2ZUTSYABGGX' },
    {
      event: {
        account: '111122223333',
        region: 'eu-west-1',
        eventId: 'e:1,2',
        time: '2026-11-22T15:40:02Z',
      },
    },
    { event: { account: 'prod: a', region: 'eu-west-1', eventId: 'e1' } },
  ];
  for (const start of starts) {
    const path = sessionPath(start);
    expect(sessionStart(parseSearch(path.slice(path.indexOf('?'))))).toEqual(start);
  }
  for (const search of ['', '?key=', '?key=a%20b', '?event=x', '?key=<b>&event=1:2:3'])
    expect(sessionStart(parseSearch(search)), search).toBeUndefined();
});

test('a key is followed from wherever a record has one, and nothing else is', () => {
  expect(keyOfValue('accessKeyId', 'AKIAIOSFODNN7EXAMPLE')).toBe('AKIAIOSFODNN7EXAMPLE');
  expect(keyOfValue('responseElements.credentials.accessKeyId', 'ASIA1234')).toBe('ASIA1234');
  expect(keyOfValue('username', 'ASIA1234')).toBeUndefined();
  expect(keyOfValue('accessKeyId', 'a b')).toBeUndefined();
});
