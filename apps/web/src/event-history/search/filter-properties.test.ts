import { expect, it } from 'vitest';
import { filteringOptions } from './filter-properties.ts';

it('a value is offered once, with its number in all that is read rather than in the rows on the page', () => {
  const listed = [
    { subject: 'username', value: 'alice', count: 4 },
    { subject: 'username', value: 'bob', count: 2 },
    { subject: 'readOnly', value: 'true' },
  ];
  const read = [{ subject: 'username', value: 'alice', count: 1175 }];
  expect(filteringOptions(listed, read).map(({ label, tags }) => [label, tags])).toEqual([
    ['alice', ['1,175 events']],
    ['bob', ['2 in the list']],
    ['true', undefined],
  ]);
});

it('a value with the signs of a wildcard asks for just that value', () => {
  const [option] = filteringOptions(
    [],
    [{ subject: 'username', value: String.raw`a*\?`, count: 1 }],
  );
  expect(option?.value).toBe(String.raw`a\*\\\?`);
});
