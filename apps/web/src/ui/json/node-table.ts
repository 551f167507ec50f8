export const kinds = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const;
export type Kind = (typeof kinds)[number];

const columns = 8;
const [KIND, PARENT, DEPTH, KEY_FROM, KEY_TO, FROM, TO, NEXT] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The nodes of a JSON text as rows of numbers: half a million of them take 16 MB and no garbage collection. */
export class NodeTable {
  private cells = new Int32Array(64 * columns);
  size = 0;

  private cell(node: number, column: number): number {
    return this.cells[node * columns + column] ?? -1;
  }

  open(kind: Kind, parent: number, keyFrom: number, keyTo: number, from: number): number {
    return this.add(kind, parent, keyFrom, keyTo, from, -1);
  }

  add(
    kind: Kind,
    parent: number,
    keyFrom: number,
    keyTo: number,
    from: number,
    to: number,
  ): number {
    const node = this.size;
    this.size += 1;
    if (this.size * columns > this.cells.length) {
      const larger = new Int32Array(this.cells.length * 2);
      larger.set(this.cells);
      this.cells = larger;
    }
    const depth = parent < 0 ? 0 : this.depth(parent) + 1;
    const row = [kinds.indexOf(kind), parent, depth, keyFrom, keyTo, from, to, node + 1];
    this.cells.set(row, node * columns);
    return node;
  }

  /** Ends a container and gives the one around it, or -1. */
  close(node: number, to: number): number {
    this.cells[node * columns + TO] = to;
    this.cells[node * columns + NEXT] = this.size;
    return this.parent(node);
  }

  kind(node: number): Kind {
    return kinds[this.cell(node, KIND)] ?? 'null';
  }
  parent(node: number): number {
    return this.cell(node, PARENT);
  }
  depth(node: number): number {
    return this.cell(node, DEPTH);
  }
  /** Where the key's opening quote stands; -1 for the root and in arrays. */
  keyFrom(node: number): number {
    return this.cell(node, KEY_FROM);
  }
  keyTo(node: number): number {
    return this.cell(node, KEY_TO);
  }
  from(node: number): number {
    return this.cell(node, FROM);
  }
  to(node: number): number {
    return this.cell(node, TO);
  }
  /** The first node that is not inside this one. */
  next(node: number): number {
    return this.cell(node, NEXT);
  }
}
