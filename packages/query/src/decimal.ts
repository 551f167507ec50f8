/** A number as digits, so that 9007199254740993 is not 9007199254740992: 0.digits × 10^exponent. */
export interface Decimal {
  readonly sign: -1 | 0 | 1;
  readonly digits: string;
  readonly exponent: number;
}

const shape = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/** JSON's number syntax; undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, minus, whole = '', part = '', power = '0'] = found;
  const all = whole + part;
  const start = all.search(/[1-9]/);
  if (start < 0) return { sign: 0, digits: '', exponent: 0 };
  let end = all.length;
  while (all[end - 1] === '0') end--;
  return {
    sign: minus === '-' ? -1 : 1,
    digits: all.slice(start, end),
    exponent: Number(power) + whole.length - start,
  };
}

/** Negative, zero or positive, as for sort. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign || a.sign === 0) return a.sign - b.sign;
  if (a.exponent !== b.exponent) return a.sign * (a.exponent - b.exponent);
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -a.sign : a.sign;
}
