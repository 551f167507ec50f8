import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { dismissNotice, keepTold, notify, useNotices } from './notices.ts';

const told = () => renderHook(() => useNotices()).result.current;

test('a thousand times the same is one notice with its count', () => {
  for (let i = 0; i < 1000; i += 1) notify({ type: 'error', content: 'us-east-1 is throttled' });
  expect(told()).toMatchObject([{ content: 'us-east-1 is throttled', times: 1000 }]);
});

test('a thousand different ones do not bury the page', () => {
  for (let i = 0; i < 1000; i += 1) notify({ type: 'error', content: `failure ${i}` });
  expect(told()).toHaveLength(5);
  expect(told()[0]?.content).toBe('failure 999');
});

test('a dismissed notice is gone', () => {
  for (const { id } of told()) dismissNotice(id);
  expect(told()).toEqual([]);
});

test('what goes on is one notice, as it stands', () => {
  keepTold('download', { type: 'in-progress', header: 'Downloading', content: '10 events' });
  keepTold('download', { type: 'success', header: 'Downloaded', content: '20 events' });
  expect(told()).toMatchObject([{ type: 'success', content: '20 events' }]);
  keepTold('download', undefined);
  expect(told()).toEqual([]);
});
