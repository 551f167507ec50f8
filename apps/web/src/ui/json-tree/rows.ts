import { embedded, isContainer, keyOf } from './node.ts';
import type { JsonDocument } from './read.ts';

/** One line of the tree. */
export interface Row {
  readonly document: JsonDocument;
  readonly node: number;
  /** 0 for the lines at the left edge. */
  readonly depth: number;
  /** What opening and closing is remembered by: the same place in the next event has the same. */
  readonly place: string;
  /** Undefined where there is nothing to open. */
  readonly open: boolean | undefined;
  /** Inside JSON that stands in a string, where no filter can look. */
  readonly inside: boolean;
}

/** Which places are open: some rule for all, and what the reader changed. */
export interface Openness {
  readonly rule: 'fitting' | 'all' | 'none';
  readonly changed: ReadonlyMap<string, boolean>;
}
export const asArrived: Openness = { rule: 'fitting', changed: new Map() };

/** A tree that fits a screen or two arrives open; of a larger one the first two levels. */
const fitting = 400;

function opensByItself(rule: Openness['rule'], depth: number, size: number): boolean {
  return rule === 'all' || (rule === 'fitting' && (size <= fitting || depth < 1));
}

/** Whether a container has anything in it: an empty one has nothing to open. */
const filled = ({ nodes }: JsonDocument, node: number): boolean => nodes.next(node) > node + 1;

/** The lines that are to be seen below `root`; the root itself only where it is all there is. */
export function visibleRows(document: JsonDocument, root: number, openness: Openness): Row[] {
  const rows: Row[] = [];
  if (isContainer(document, root) && filled(document, root)) {
    collect(rows, document, root, 0, '', false, openness);
  } else {
    rows.push({ document, node: root, depth: 0, place: '', open: undefined, inside: false });
  }
  return rows;
}

function collect(
  rows: Row[],
  document: JsonDocument,
  root: number,
  base: number,
  basePlace: string,
  inside: boolean,
  openness: Openness,
): void {
  const { nodes } = document;
  const size = nodes.next(root) - root;
  const rootDepth = nodes.depth(root) + 1;
  const places = [basePlace];
  const counts = [0];
  let node = root + 1;
  while (node < nodes.next(root)) {
    const below = nodes.depth(node) - rootDepth;
    const index = counts[below] ?? 0;
    counts[below] = index + 1;
    const container = isContainer(document, node);
    const canOpen = container && filled(document, node);
    const place =
      canOpen || nodes.kind(node) === 'string'
        ? `${places[below] ?? ''}/${keyOf(document, node) ?? index}`
        : '';
    const depth = base + below;
    if (canOpen) {
      const open = openness.changed.get(place) ?? opensByItself(openness.rule, depth, size);
      rows.push({ document, node, depth, place, open, inside });
      places[below + 1] = place;
      counts[below + 1] = 0;
      node = open ? node + 1 : nodes.next(node);
      continue;
    }
    // What a string holds opens only when asked to: reading it for every line would cost too much.
    const wanted = openness.changed.get(place) === true && place !== '';
    const within = wanted ? embedded(document, node) : undefined;
    rows.push({ document, node, depth, place, open: within ? true : undefined, inside });
    if (within) collect(rows, within, 0, depth + 1, `${place}/`, true, openness);
    node = nodes.next(node);
  }
}

/** A line can be opened or closed. */
export const canOpen = (row: Row): boolean =>
  row.open !== undefined || embedded(row.document, row.node) !== undefined;

export const withPlace = (openness: Openness, place: string, open: boolean): Openness => ({
  ...openness,
  changed: new Map(openness.changed).set(place, open),
});

/** Opens all that is around a node, so that it can be seen. */
export function revealing(
  openness: Openness,
  document: JsonDocument,
  root: number,
  node: number,
): Openness {
  const { nodes } = document;
  const around: number[] = [];
  for (let up = nodes.parent(node); up > root; up = nodes.parent(up)) around.unshift(up);
  const changed = new Map(openness.changed);
  let place = '';
  let parent = root;
  for (const step of around) {
    let index = 0;
    for (let child = parent + 1; child < step; child = nodes.next(child)) index += 1;
    place = `${place}/${keyOf(document, step) ?? index}`;
    changed.set(place, true);
    parent = step;
  }
  return { ...openness, changed };
}
