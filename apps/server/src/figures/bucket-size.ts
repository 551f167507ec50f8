const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Sizes that people count in, seconds. */
const parts = [1, 2, 5, 10, 15, 30];
const sizes = [
  ...parts,
  ...parts.map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
];

/** The smallest that cuts so many seconds into no more than about `buckets`; a day is the largest. */
export const bucketSize = (seconds: number, buckets: number): number =>
  sizes.find((size) => seconds <= size * buckets) ?? DAY;
