/**
 * Which texts to mark as not the first event's. Where all lines differ a mark on every one of them would say nothing:
 * then only where some others are as the first.
 */
export function differingCells(
  texts: readonly (string | undefined)[],
  onlyDifferences: boolean,
): readonly boolean[] {
  const [first, ...others] = texts;
  const tells = !onlyDifferences || others.includes(first);
  return texts.map((text) => tells && text !== first);
}
