/** Edits (insert, delete, replace, swap neighbours) between two short words. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          cell(i - 1, j) + 1,
          (row[j - 1] ?? 0) + 1,
          cell(i - 1, j - 1) + change,
          swap ? cell(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return cell(a.length, b.length);
}

/** The name that was probably meant: two or three slips away at most, or a name that begins so. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const word = written.toLowerCase();
  if (word.length < 2 || word.length > 40) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.min(3, Math.floor(word.length / 3))) + 0.5;
  for (const name of names) {
    const other = name.toLowerCase();
    const slips = word.length > 2 && other.startsWith(word) ? 0.5 : distance(word, other);
    if (slips < least) {
      least = slips;
      best = name;
    }
  }
  return best;
}
