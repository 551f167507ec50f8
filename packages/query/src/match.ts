import { parseTime, type TrailEvent } from '@trailglass/record';
import { fieldOf } from './condition.ts';
import { compareDecimals, type Decimal, parseDecimal } from './decimal.ts';
import type { Comparison, Filter } from './filter.ts';
import { finder, type Found } from './found.ts';
import { glob } from './glob.ts';
import { needles } from './needles.ts';
import { isWithin, parseAddress, parseNetwork } from './network.ts';
import { timeSpan } from './time-span.ts';

type Match = (event: TrailEvent) => boolean;
type Test = (found: Found) => boolean;
type Condition = Exclude<Filter, { kind: 'and' | 'or' | 'not' | 'anywhere' }>;

const never: Test = () => false;

/** How a value lies to a wanted one: negative below it, zero within, positive above; NaN: not to be compared. */
const orderOfTime = (wanted: string): ((text: string) => number) | undefined => {
  const span = timeSpan(wanted);
  if (span === undefined) return undefined;
  return (text) => {
    const time = parseTime(text);
    return time === undefined ? NaN : time < span.from ? -1 : time < span.until ? 0 : 1;
  };
};
const orderOfNumber =
  (wanted: Decimal) =>
  (text: string): number => {
    const number = parseDecimal(text);
    return number === undefined ? NaN : compareDecimals(number, wanted);
  };

const holds: Record<Comparison, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function is(value: string, asTime: boolean): Test {
  const time = asTime ? orderOfTime(value) : undefined;
  if (time) return ({ text }) => text !== undefined && time(text) === 0;
  const number = parseDecimal(value);
  const order = number && orderOfNumber(number);
  return (found) =>
    found.text === value || (found.number && order !== undefined && order(found.text ?? '') === 0);
}

function compare(op: Comparison, value: string): Test {
  const number = parseDecimal(value);
  const order = number ? orderOfNumber(number) : orderOfTime(value);
  return order ? ({ text }) => text !== undefined && holds[op](order(text)) : never;
}

/** An address within the network, or the network itself as text: `cidrIp:0.0.0.0/0` finds rules open to all. */
function within(text: string): Test {
  const network = parseNetwork(text);
  return (found) => {
    if (found.text === text) return true;
    const address = network && found.text !== undefined ? parseAddress(found.text) : undefined;
    return network !== undefined && address !== undefined && isWithin(address, network);
  };
}

function test(condition: Condition): Test {
  switch (condition.kind) {
    case 'is':
      return is(condition.value, fieldOf(condition.subject)?.type === 'time');
    case 'like': {
      const matches = glob(condition.pattern);
      return ({ text }) => text !== undefined && matches(text);
    }
    case 'present':
      return () => true;
    case 'within':
      return within(condition.network);
    case 'compare':
      return compare(condition.op, condition.value);
  }
}

/**
 * The filter as a function of an event; made once per search, called once per event. Never throws.
 * Where a subject has several values one that fits is enough, so `not` means that none does.
 */
export function matcher(filter: Filter): Match {
  switch (filter.kind) {
    case 'and': {
      const of = filter.of.map(matcher);
      return (event) => of.every((matches) => matches(event));
    }
    case 'or': {
      const of = filter.of.map(matcher);
      return (event) => of.some((matches) => matches(event));
    }
    case 'not': {
      const matches = matcher(filter.of);
      return (event) => !matches(event);
    }
    case 'anywhere': {
      const wanted = needles(filter.text);
      return (event) => {
        const raw = event.raw.toLowerCase();
        return wanted.some((needle) => raw.includes(needle));
      };
    }
    case 'is':
    case 'like':
    case 'present':
    case 'within':
    case 'compare': {
      const find = finder(filter.subject);
      const fits = test(filter);
      return (event) => find(event).some(fits);
    }
  }
}
