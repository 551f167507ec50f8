import { renderHook } from '@testing-library/react';
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { facetChoice, type FacetFields, facetNamed, useFacetFields } from './facets-state.ts';

afterEach(() => facetChoice.reset());
const shown = () => renderHook(() => useFacetFields()).result;
function change(how: (choice: FacetFields) => void): void {
  const { current } = shown();
  act(() => how(current));
}

test('the ten fields that daily work begins with', () => {
  expect(shown().current.fields).toEqual([
    'username',
    'eventSource',
    'eventName',
    'errorCode',
    'awsRegion',
    'account',
    'sourceIPAddress',
    'userAgent',
    'role',
    'resourceType',
  ]);
});

test('what is pinned stands first, what is added last, and both are kept', () => {
  change((choice) => choice.add('requestParameters.bucketName'));
  change((choice) => choice.pin('errorCode'));
  change((choice) => choice.remove('userAgent'));
  const { fields } = shown().current;
  expect(fields[0]).toBe('errorCode');
  expect(fields.at(-1)).toBe('requestParameters.bucketName');
  expect(fields).not.toContain('userAgent');
  expect(localStorage.getItem('trailglass.facet-fields')).toContain('bucketName');
});

test('removing a pinned field and adding it again does not pin it', () => {
  change((choice) => choice.pin('role'));
  change((choice) => choice.remove('role'));
  change((choice) => choice.add('role'));
  expect(shown().current.pinned).toEqual([]);
});

test.each([
  ['user', 'username'],
  ['requestParameters.bucketName', 'requestParameters.bucketName'],
  ['', undefined],
  ['two words', undefined],
])('%j is asked for as %j', (typed, name) => {
  expect(facetNamed(typed)).toBe(name);
});
