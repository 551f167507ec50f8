const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** How long ago, in the largest unit that fits: "3 days ago". */
export function age(ms: number, now: number): string {
  const past = now - ms;
  const [unit, size] = units.find(([, size]) => Math.abs(past) >= size) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    -Math.trunc(past / size),
    unit,
  );
}
