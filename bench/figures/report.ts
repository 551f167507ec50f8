export interface Line {
  readonly what: string;
  readonly ratio: number;
  /** At most this. */
  readonly target: number;
}

/** Prints each figure beside its target; a missed one makes the command fail. */
export function report(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  for (const { what, ratio, target } of lines) {
    const shown = Number.isInteger(ratio) ? String(ratio) : ratio.toFixed(3);
    const verdict = ratio <= target ? 'ok' : 'MISSED';
    console.log(`  ${what.padEnd(46)} ${shown.padStart(9)}   target ≤ ${target}   ${verdict}`);
  }
  if (lines.some(({ ratio, target }) => ratio > target)) process.exitCode = 1;
}
