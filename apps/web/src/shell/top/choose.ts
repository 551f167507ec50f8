/** The option that stands for all; no account or Region is called so. */
export const EVERY = '';

/**
 * What a tick means: ticking "all", or the last one missing, is all; the first single tick leaves only itself.
 * @param before chosen values; none means all
 * @param ticked what is ticked now, `EVERY` among it or not
 * @returns chosen values in the order of `options`; none means all
 */
export function chooseFrom(
  options: readonly string[],
  before: readonly string[],
  ticked: readonly string[],
): readonly string[] {
  if (before.length > 0 && ticked.includes(EVERY)) return [];
  const chosen = options.filter((option) => ticked.includes(option));
  return chosen.length === options.length ? [] : chosen;
}
