import type { EpochSecond } from '@trailglass/record';
import type { Claim, Span } from '../src/archive/coverage.ts';

/** Seconds as a test writes them. */
export const second = (value: number): EpochSecond => value as EpochSecond;

/** Both ends inclusive. */
export const span = (from: number, to: number): Span => ({ from: second(from), to: second(to) });

export const claim = (from: number, to: number, fetchedAt: number): Claim => ({
  ...span(from, to),
  fetchedAt: second(fetchedAt),
});
