import { embedded, isContainer, keyOf } from '../json/node.ts';
import type { JsonDocument } from '../json/read.ts';

/** One line of the tree. */
export interface Row {
  readonly document: JsonDocument;
  readonly node: number;
  /** 0 for the lines at the left edge. */
  readonly depth: number;
  /** Undefined where there is nothing to open. */
  readonly open: boolean | undefined;
  /** The line of the string that holds this line's document; no filter can look in there. */
  readonly host: Row | undefined;
}

/** Which lines are open: some rule for all, and what the reader changed. */
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
    collect(rows, { document, root, openness, depth: 0, host: undefined, place: '' });
  } else {
    rows.push({ document, node: root, depth: 0, open: undefined, host: undefined });
  }
  return rows;
}

interface Walk {
  readonly document: JsonDocument;
  readonly root: number;
  readonly openness: Openness;
  /** Of the root's children. */
  readonly depth: number;
  readonly host: Row | undefined;
  /** The root's. */
  readonly place: string;
}

function collect(rows: Row[], { document, root, openness, depth: base, host, place: at }: Walk) {
  const { nodes } = document;
  const size = nodes.next(root) - root;
  const rootDepth = nodes.depth(root) + 1;
  // Where nothing was changed nobody asks for places, and half a million of them need not be written.
  const placed = openness.changed.size > 0;
  const places = [at];
  const counts = [0];
  let node = root + 1;
  while (node < nodes.next(root)) {
    const below = nodes.depth(node) - rootDepth;
    const index = counts[below] ?? 0;
    counts[below] = index + 1;
    const depth = base + below;
    const place = placed ? step(places[below] ?? '', document, node, index) : '';
    const changed = placed ? openness.changed.get(place) : undefined;
    if (isContainer(document, node) && filled(document, node)) {
      const open = changed ?? opensByItself(openness.rule, depth, size);
      rows.push({ document, node, depth, open, host });
      places[below + 1] = place;
      counts[below + 1] = 0;
      node = open ? node + 1 : nodes.next(node);
      continue;
    }
    // What a string holds opens only when asked to: reading it for every line would cost too much.
    const within = changed === true ? embedded(document, node) : undefined;
    const row = { document, node, depth, open: within ? true : undefined, host };
    rows.push(row);
    if (within) {
      collect(rows, {
        document: within,
        root: 0,
        openness,
        depth: depth + 1,
        host: row,
        place: `${place}/`,
      });
    }
    node = nodes.next(node);
  }
}

const step = (place: string, document: JsonDocument, node: number, index: number): string =>
  `${place}/${keyOf(document, node) ?? index}`;

/** The places of a node and of all around it, from the root's children inwards. */
function placesTo(document: JsonDocument, root: number, node: number, at = ''): readonly string[] {
  const { nodes } = document;
  const around: number[] = [];
  for (let up = node; up > root; up = nodes.parent(up)) around.unshift(up);
  const places: string[] = [];
  let place = at;
  let parent = root;
  for (const inner of around) {
    let index = 0;
    for (let child = parent + 1; child < inner; child = nodes.next(child)) index += 1;
    place = step(place, document, inner, index);
    places.push(place);
    parent = inner;
  }
  return places;
}

/** What opening and closing is remembered by: the same place in the next event has the same. */
function placeOf({ document, node, host }: Row, root: number): string {
  const place = host
    ? placesTo(document, 0, node, `${placeOf(host, root)}/`)
    : placesTo(document, root, node);
  return place.at(-1) ?? '';
}

/** A line can be opened or closed. */
export const canOpen = (row: Row): boolean =>
  row.open !== undefined || embedded(row.document, row.node) !== undefined;

export const withRow = (openness: Openness, row: Row, root: number, open: boolean): Openness => ({
  ...openness,
  changed: new Map(openness.changed).set(placeOf(row, root), open),
});

/** Opens all that is around a node, so that it can be seen. */
export function revealing(
  openness: Openness,
  document: JsonDocument,
  root: number,
  node: number,
): Openness {
  const changed = new Map(openness.changed);
  for (const place of placesTo(document, root, document.nodes.parent(node))) {
    changed.set(place, true);
  }
  return { ...openness, changed };
}
