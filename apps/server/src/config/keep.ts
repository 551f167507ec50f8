const days = { d: 1, w: 7, y: 365 } as const;
/** A hundred years; what is longer is a mistake. */
const MOST_DAYS = 36_500;

/** "400d", "8w", "2y" in whole days; undefined for anything else, and for less than a day. */
export function daysOf(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,5})([dwy])$/i.exec(text.trim()) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const found = Number(count) * days[unit.toLowerCase() as keyof typeof days];
  return found >= 1 && found <= MOST_DAYS ? found : undefined;
}
