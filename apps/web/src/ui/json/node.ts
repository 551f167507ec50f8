import { isUnreadable, type JsonDocument, readJson } from './read.ts';

/** A node's JSON text, exactly as it was written. */
export const exactText = ({ text, nodes }: JsonDocument, node: number): string =>
  text.slice(nodes.from(node), nodes.to(node));

const decoded = (text: string): string => JSON.parse(text) as string;

/** A scalar as people and filters write it: strings without quotes and escapes, numbers digit by digit. */
export const plainText = (document: JsonDocument, node: number): string => {
  const exact = exactText(document, node);
  return document.nodes.kind(node) === 'string' ? decoded(exact) : exact;
};

export const keyOf = ({ text, nodes }: JsonDocument, node: number): string | undefined => {
  const from = nodes.keyFrom(node);
  return from < 0 ? undefined : decoded(text.slice(from, nodes.keyTo(node)));
};

export const isContainer = ({ nodes }: JsonDocument, node: number): boolean => {
  const kind = nodes.kind(node);
  return kind === 'object' || kind === 'array';
};

export function* children({ nodes }: JsonDocument, node: number): Generator<number> {
  for (let child = node + 1; child < nodes.next(node); child = nodes.next(child)) yield child;
}

export function childCount(document: JsonDocument, node: number): number {
  let count = 0;
  const { nodes } = document;
  for (let child = node + 1; child < nodes.next(node); child = nodes.next(child)) count += 1;
  return count;
}

/** The last child of that key: the one JSON.parse would keep. */
export function childNamed(document: JsonDocument, node: number, key: string): number | undefined {
  let found: number | undefined;
  if (document.nodes.kind(node) !== 'object') return undefined;
  for (const child of children(document, node)) if (keyOf(document, child) === key) found = child;
  return found;
}

/** The keys that lead to a node; places in arrays have none, since filters go through arrays. */
export function keyPath(document: JsonDocument, node: number): readonly string[] {
  const path: string[] = [];
  for (let here = node; here >= 0; here = document.nodes.parent(here)) {
    const key = keyOf(document, here);
    if (key !== undefined) path.push(key);
  }
  return path.toReversed();
}

const embeddedLimit = 1_000_000;
const known = new WeakMap<JsonDocument, Map<number, JsonDocument | undefined>>();

/** JSON that stands as text inside a string, as policies do. */
export function embedded(document: JsonDocument, node: number): JsonDocument | undefined {
  const { text, nodes } = document;
  if (nodes.kind(node) !== 'string') return undefined;
  const [from, to] = [nodes.from(node), nodes.to(node)];
  const first = text.charAt(from + 1);
  if ((first !== '{' && first !== '[') || to - from > embeddedLimit) return undefined;
  const cache = known.get(document) ?? new Map<number, JsonDocument | undefined>();
  known.set(document, cache);
  if (!cache.has(node)) {
    const read = readJson(plainText(document, node));
    cache.set(node, isUnreadable(read) || read.nodes.size < 2 ? undefined : read);
  }
  return cache.get(node);
}
