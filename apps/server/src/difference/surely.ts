export interface Tally {
  readonly selected: number;
  readonly others: number;
}

/** 99 of 100: many values are looked at, and each could differ by chance. */
const Z = 2.576;

/**
 * By how much two shares differ for sure, signed: the difference less what chance makes of so few events; 0 where chance
 * explains all of it. The interval of Agresti and Caffo, which holds for small numbers too: each side is counted as if
 * one event more had the value, and one more had it not.
 */
export function surely(value: Tally, all: Tally): number {
  const shareOf = (part: number, whole: number) => {
    const share = (Math.min(part, whole) + 1) / (whole + 2);
    return { share, variance: (share * (1 - share)) / (whole + 2) };
  };
  const selected = shareOf(value.selected, all.selected);
  const others = shareOf(value.others, all.others);
  const difference = selected.share - others.share;
  const sure = Math.abs(difference) - Z * Math.sqrt(selected.variance + others.variance);
  return sure > 0 ? Math.sign(difference) * sure : 0;
}
