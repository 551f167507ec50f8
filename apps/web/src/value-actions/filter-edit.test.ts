import { describe, expect, it } from 'vitest';
import { editFilter } from './filter-edit.ts';

const alice = { subject: 'username', value: 'alice' };

describe('a value’s menu', () => {
  it('filters for the value, beside what was there', () => {
    expect(editFilter('readOnly:false', 'for', alice)).toBe('readOnly:false username:alice');
    expect(editFilter('', 'for', alice)).toBe('username:alice');
  });

  it('filters the value out', () => {
    expect(editFilter('readOnly:false', 'out', alice)).toBe('readOnly:false -username:alice');
  });

  it('replaces the filter with only this', () => {
    expect(editFilter('readOnly:false source:ec2.amazonaws.com', 'only', alice)).toBe(
      'username:alice',
    );
  });

  it('adds nothing twice, and filtering out takes back filtering for', () => {
    expect(editFilter('username:alice', 'for', alice)).toBe('username:alice');
    expect(editFilter('username:alice', 'out', alice)).toBe('-username:alice');
    expect(editFilter('-username:alice', 'for', alice)).toBe('username:alice');
  });

  it('replaces another value of the same field, as an event has one user; resources can be several', () => {
    expect(editFilter('username:bob error:*', 'for', alice)).toBe('errorCode:* username:alice');
    expect(editFilter('resourceName:a', 'for', { subject: 'resourceName', value: 'b' })).toBe(
      'resourceName:a resourceName:b',
    );
  });

  it('takes hostile values as they are', () => {
    const value = 'x" OR name:* ) \\*';
    const q = editFilter('', 'for', { subject: 'userAgent', value });
    expect(q && editFilter(q, 'out', { subject: 'userAgent', value })).toBe(`-${q}`);
  });

  it('knows paths, and says when it cannot', () => {
    const path = { subject: 'requestParameters.instanceType', value: 't3.micro' };
    expect(editFilter('', 'for', path)).toBe('requestParameters.instanceType:t3.micro');
    expect(editFilter('user:(', 'for', alice)).toBeUndefined();
    expect(editFilter('', 'for', { subject: '', value: 'a' })).toBeUndefined();
  });
});
