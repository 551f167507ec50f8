import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  everything,
  matcher,
  parseFilter,
  parseSubject,
  printFilter,
  pushDown,
  subjectText,
} from '../src/index.ts';
import { event, filter } from './arbitrary.ts';
import { reference } from './reference.ts';

const timeout = 60_000;

test('parse(print(filter)) is the filter', { timeout }, () => {
  fc.assert(
    fc.property(filter, (tree) => {
      expect(parseFilter(printFilter(tree)), printFilter(tree)).toEqual({ filter: tree });
    }),
    { numRuns: 5000 },
  );
  expect(printFilter(everything)).toBe('');
  expect(parseFilter(' ')).toEqual({ filter: everything });
});

test('any path of keys survives its text', () => {
  const keys = fc.string({ minLength: 1 }).filter((k) => !/[\p{Cc}\p{Cs}]/u.test(k));
  fc.assert(
    fc.property(fc.array(keys, { minLength: 1, maxLength: 4 }), (path) => {
      const subject = { kind: 'path', path } as const;
      expect(parseSubject(subjectText(subject))).toEqual(subject);
    }),
  );
});

test('match agrees with the plain reading of a filter', { timeout }, () => {
  let matches = 0;
  fc.assert(
    fc.property(filter, event, (tree, one) => {
      const expected = reference(tree, one);
      if (expected) matches++;
      expect(matcher(tree)(one), printFilter(tree)).toBe(expected);
    }),
    { numRuns: 10_000 },
  );
  expect(matches).toBeGreaterThan(2000);
});

test('what AWS answers and what is left to apply are together the filter', { timeout }, () => {
  let pushed = 0;
  fc.assert(
    fc.property(filter, event, (tree, one) => {
      const { attribute, residual } = pushDown(tree);
      const { envelope } = one;
      const names: Record<string, unknown[]> = {
        EventId: [one.eventId],
        EventName: [envelope.eventName],
        EventSource: [envelope.eventSource],
        Username: [envelope.username],
        ReadOnly: [envelope.readOnly === undefined ? undefined : String(envelope.readOnly)],
        ResourceName: envelope.resources.map((r) => r.name),
        ResourceType: envelope.resources.map((r) => r.type),
        AccessKeyId: [],
      };
      if (attribute) pushed++;
      const answered = !attribute || names[attribute.key]!.includes(attribute.value);
      expect(answered && matcher(residual)(one)).toBe(matcher(tree)(one));
    }),
    { numRuns: 10_000 },
  );
  expect(pushed).toBeGreaterThan(500);
});

const pieces =
  'user:|alice| OR | AND |NOT |-|(|)|"|\\|*|?|:|>=|.| |ip:10.0.0.0/8|time:|2026-02-30|x."y|name:(a b)|::|💥|\0|\t|\ud800';
const piece = fc.constantFrom(...pieces.split('|'));
const typed = fc
  .tuple(
    filter.map(printFilter),
    fc.array(fc.tuple(fc.nat(200), fc.nat(9), piece), { maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), text),
  );

test('10,000 mistyped filters: each is a filter or a problem within its text', { timeout }, () => {
  let problems = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        typed,
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((p) => p.join('')),
      ),
      (text) => {
        const { filter: tree, problem } = parseFilter(text);
        if (tree) {
          expect(parseFilter(printFilter(tree)).filter).toEqual(tree);
          return;
        }
        problems++;
        expect(problem.reason).toMatch(/\.$/);
        expect(problem.from).toBeGreaterThanOrEqual(0);
        expect(problem.to).toBeGreaterThanOrEqual(problem.from);
        expect(problem.to).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 10_000 },
  );
  expect(problems).toBeGreaterThan(1000);
});

test('no filter throws on any record', { timeout }, () => {
  fc.assert(
    fc.property(
      filter,
      event,
      fc.object({ withBoxedValues: false }),
      fc.string(),
      (tree, one, record, raw) => {
        const hostile = { ...one, raw, record: record as typeof one.record };
        expect(typeof matcher(tree)(hostile)).toBe('boolean');
      },
    ),
    { numRuns: 10_000 },
  );
});
