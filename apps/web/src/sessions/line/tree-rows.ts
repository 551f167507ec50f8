import type { SessionNode } from '@trailglass/api';

export interface NodeRow {
  readonly kind: 'node';
  readonly id: string;
  readonly node: SessionNode;
  /** From 1, as ARIA counts. */
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  /** Absent for a line with nothing below it. */
  readonly open?: boolean;
}
/** Children that are folded into one line. */
export interface MoreRow {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: string;
  readonly count: number;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
}
export type TreeRow = NodeRow | MoreRow;

/** What the reader has opened or closed, by id; of `all` every child is shown. */
export interface Openness {
  readonly set: ReadonlyMap<string, boolean>;
  readonly all: ReadonlySet<string>;
}
export const untouched: Openness = { set: new Map(), all: new Set() };

/** A key of a pipeline hands out hundreds: those nearest to what the reader follows are shown first. */
const FIRST = 5;

/** The lines that are seen: the way from the root to what is followed is open, and so is all below it. */
export function treeRows(nodes: readonly SessionNode[], openness: Openness): readonly TreeRow[] {
  const children = new Map<string | undefined, SessionNode[]>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const path = new Set<string>();
  const focus = nodes.find((node) => node.focus);
  for (let at = focus; at && !path.has(at.id); at = byId.get(at.parent ?? '')) path.add(at.id);

  const rows: TreeRow[] = [];
  const add = (parent: string | undefined, level: number, below: boolean): void => {
    const all = children.get(parent) ?? [];
    const shown = parent === undefined || openness.all.has(parent) ? all : nearest(all, path);
    const siblings = shown.length + (shown.length < all.length ? 1 : 0);
    for (const [n, node] of shown.entries()) {
      const { id } = node;
      const inside = below || node.focus === true;
      const hasChildren = children.has(id);
      const open = openness.set.get(id) ?? (inside || path.has(id));
      const line = { kind: 'node', id, node, level, place: n + 1, siblings } as const;
      rows.push(hasChildren ? { ...line, open } : line);
      if (hasChildren && open) add(id, level + 1, inside);
    }
    if (parent !== undefined && shown.length < all.length)
      rows.push({
        kind: 'more',
        id: `more ${parent}`,
        parent,
        count: all.length - shown.length,
        level,
        place: siblings,
        siblings,
      });
  };
  add(undefined, 1, false);
  return rows;
}

function nearest(all: readonly SessionNode[], path: ReadonlySet<string>): readonly SessionNode[] {
  if (all.length <= FIRST + 1) return all;
  const here = Math.max(
    0,
    all.findIndex(({ id }) => path.has(id)),
  );
  const start = Math.max(0, Math.min(here - 2, all.length - FIRST));
  return all.slice(start, start + FIRST);
}
