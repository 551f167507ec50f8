/**
 * How well words fit a text: each must be in it, at the start of a word, within one, or letter by letter in order.
 * @returns higher is better; undefined when one of them is not there
 */
export function fit(text: string, typed: string): number | undefined {
  const within = text.toLowerCase();
  let score = 0;
  for (const word of typed.toLowerCase().split(/\s+/)) {
    if (word === '') continue;
    const one = fitOne(within, word);
    if (one === undefined) return undefined;
    score += one;
  }
  return score;
}

function fitOne(text: string, word: string): number | undefined {
  if (text.startsWith(word)) return 4;
  const at = text.indexOf(word);
  if (at > 0)
    return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !text.includes(` ${word}`) ? 2 : 3;
  let from = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, from);
    if (found < 0) return undefined;
    from = found + letter.length;
  }
  return 1;
}

/** Those that fit, groups in the order of their best, each group's best first; all of them when nothing is typed. */
export function fitting<T extends { readonly group: string; readonly text: string }>(
  commands: readonly T[],
  typed: string,
): readonly T[] {
  const scored = commands.flatMap((command) => {
    const score = fit(command.text, typed) ?? (fit(command.group, typed) === 4 ? 1 : undefined);
    return score === undefined ? [] : [{ command, score }];
  });
  const best = new Map<string, number>();
  for (const { command, score } of scored)
    best.set(command.group, Math.max(score, best.get(command.group) ?? 0));
  // Sorting is stable: among equals the order given stays. A group is never torn apart.
  const order = [...best].sort(([, a], [, b]) => b - a).map(([group]) => group);
  return scored
    .sort(
      (a, b) =>
        order.indexOf(a.command.group) - order.indexOf(b.command.group) || b.score - a.score,
    )
    .map(({ command }) => command);
}
