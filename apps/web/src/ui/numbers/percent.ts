/** `62%`, never 100 before all of it is read, never 0 after some. */
export function percent(share: number): string {
  if (share <= 0) return '0%';
  return `${share >= 1 ? 100 : Math.max(1, Math.min(99, Math.round(share * 100)))}%`;
}
