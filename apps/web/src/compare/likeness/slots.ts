/** One place in several lists at once: the index of the item in each list, or undefined where a list has none there. */
export type Slot = readonly (number | undefined)[];

/** Above so many comparisons the items between equal beginnings and ends are paired by their order alone. */
const most = 1_000_000;

/**
 * Lines lists up beside each other: equal items meet, what stands between two such meetings is paired in order. Every
 * item stands in exactly one slot, and each list read down the slots is itself.
 * @param lists items as numbers, equal where the items are
 */
export function lineUp(lists: readonly (readonly number[])[]): readonly Slot[] {
  let slots: readonly (number | undefined)[][] = [];
  for (const [at, list] of lists.entries()) {
    const before = slots;
    const meets = (slot: number, item: number): boolean =>
      lists.some((other, of) => {
        const index = before[slot]?.[of];
        return index !== undefined && other[index] === list[item];
      });
    const none = (): (number | undefined)[] => Array.from({ length: at }, () => undefined);
    slots = weave(meetings(before.length, list.length, meets), before.length, list.length).map(
      ([slot, item]) => [...(slot === undefined ? none() : (before[slot] ?? none())), item],
    );
  }
  return slots;
}

type Pair = readonly [slot: number, item: number];

/** The longest run of pairs that meet, both sides ascending (a longest common subsequence). */
function meetings(slots: number, items: number, meets: (s: number, i: number) => boolean): Pair[] {
  const pairs: Pair[] = [];
  let first = 0;
  while (first < slots && first < items && meets(first, first)) {
    pairs.push([first, first]);
    first += 1;
  }
  const ends: Pair[] = [];
  let [slotEnd, itemEnd] = [slots, items];
  while (slotEnd > first && itemEnd > first && meets(slotEnd - 1, itemEnd - 1)) {
    slotEnd -= 1;
    itemEnd -= 1;
    ends.unshift([slotEnd, itemEnd]);
  }
  const [high, wide] = [slotEnd - first, itemEnd - first];
  if (high > 0 && wide > 0 && high * wide <= most) {
    pairs.push(...longest(high, wide, (s, i) => meets(first + s, first + i)).map(shift(first)));
  }
  return [...pairs, ...ends];
}

const shift =
  (by: number) =>
  ([slot, item]: Pair): Pair => [slot + by, item + by];

function longest(high: number, wide: number, meets: (s: number, i: number) => boolean): Pair[] {
  const width = wide + 1;
  const lengths = new Int32Array((high + 1) * width);
  const length = (s: number, i: number): number => lengths[s * width + i] ?? 0;
  for (let s = high - 1; s >= 0; s -= 1) {
    for (let i = wide - 1; i >= 0; i -= 1) {
      lengths[s * width + i] = meets(s, i)
        ? length(s + 1, i + 1) + 1
        : Math.max(length(s + 1, i), length(s, i + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [s, i] = [0, 0]; s < high && i < wide;) {
    if (meets(s, i)) {
      pairs.push([s, i]);
      s += 1;
      i += 1;
    } else if (length(s + 1, i) >= length(s, i + 1)) s += 1;
    else i += 1;
  }
  return pairs;
}

type Woven = readonly [slot: number | undefined, item: number | undefined];

function weave(meeting: readonly Pair[], slots: number, items: number): readonly Woven[] {
  const woven: Woven[] = [];
  let [slot, item] = [0, 0];
  for (const [toSlot, toItem] of [...meeting, [slots, items] as const]) {
    while (slot < toSlot || item < toItem) {
      woven.push([slot < toSlot ? slot : undefined, item < toItem ? item : undefined]);
      if (slot < toSlot) slot += 1;
      if (item < toItem) item += 1;
    }
    if (slot < slots && item < items) {
      woven.push([slot, item]);
      slot += 1;
      item += 1;
    }
  }
  return woven;
}
