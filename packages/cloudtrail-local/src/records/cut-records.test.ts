import { array, assert, constantFrom, json, jsonValue, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { cutRecords } from './cut-records.ts';
import { BrokenJson } from './json-text.ts';

const texts = (text: string): string[] => [...cutRecords(text)].map((cut) => cut.text);

test('records keep their exact characters, however the file wraps them', () => {
  const a = '{ "eventID" : "a", "n": 9007199254740993, "s": "\\u0041 \u2028 }]" }';
  const b = '{"eventID":"b","eventID":"c"}';
  expect(texts(`{"Records":[${a},\n${b}]}`)).toEqual([a, b]);
  expect(texts(`[${a} , ${b}]`)).toEqual([a, b]);
  expect(texts(`${a}\n${b}\n`)).toEqual([a, b]);
  expect(texts(`\uFEFF{"NextToken":"x","Records" : [ ${b} ] , "Events": 7}`)).toEqual([b]);
  expect([...cutRecords(`{"Events":[${a}]}`)]).toMatchObject([{ text: a, looked: true }]);
  expect(texts('{"Records":[]}')).toEqual([]);
});

test('any list of any values is cut where JSON.parse would divide it', () => {
  const spaces = constantFrom('', ' ', '\n\t');
  const values = array(json({ maxDepth: 4 }), { maxLength: 5 });
  assert(
    property(values, spaces, (items, space) => {
      const cut = texts(`{"Records":[${space}${items.join(`${space},${space}`)}${space}]}`);
      expect(cut).toEqual(items);
    }),
  );
});

test('text cut short ends in BrokenJson, never in a wrong record or a loop', () => {
  const file = record({ Records: array(jsonValue({ maxDepth: 3 }), { minLength: 1 }) });
  assert(
    property(file, string(), ({ Records }, junk) => {
      const whole = JSON.stringify({ Records });
      const cut = whole.slice(0, (junk.length * 7919) % whole.length);
      try {
        for (const text of texts(cut)) JSON.parse(text);
      } catch (error) {
        expect(error instanceof BrokenJson || error instanceof SyntaxError).toBe(true);
      }
    }),
  );
});

test('100,000 brackets deep is cut without recursion', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(texts(`{"Records":[${deep}]}`)).toEqual([deep]);
});
