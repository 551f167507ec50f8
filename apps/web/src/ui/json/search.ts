import { isContainer } from './node.ts';
import type { JsonDocument } from './read.ts';

export const hitLimit = 5000;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Any case, literally. Undefined for nothing to look for. */
export const searchFor = (text: string): RegExp | undefined =>
  text === '' ? undefined : new RegExp(escaped(text), 'giu');

/**
 * The nodes whose key or value holds the text, in reading order, at most `hitLimit`.
 * It looks through the JSON text itself, where `"` is written `\"`: 5 MB take a few milliseconds.
 */
export function hits(document: JsonDocument, root: number, text: string): readonly number[] {
  const pattern = searchFor(JSON.stringify(text).slice(1, -1));
  if (!pattern) return [];
  const { nodes } = document;
  const found: number[] = [];
  pattern.lastIndex = nodes.from(root);
  for (let match = pattern.exec(document.text); match; match = pattern.exec(document.text)) {
    if (match.index >= nodes.to(root) || found.length >= hitLimit) break;
    const node = nodeAt(document, root, match.index, match.index + match[0].length);
    if (node !== undefined && found.at(-1) !== node) found.push(node);
  }
  return found;
}

const start = ({ nodes }: JsonDocument, node: number): number =>
  nodes.keyFrom(node) < 0 ? nodes.from(node) : nodes.keyFrom(node);

/** The node whose key or scalar holds `from`…`to` of the text; none for braces, commas and spaces. */
function nodeAt(
  document: JsonDocument,
  root: number,
  from: number,
  to: number,
): number | undefined {
  const { nodes } = document;
  let [low, high] = [root, nodes.next(root)];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (start(document, middle) <= from) low = middle;
    else high = middle;
  }
  const inKey = low !== root && from > nodes.keyFrom(low) && to < nodes.keyTo(low);
  const quote = nodes.kind(low) === 'string' ? 1 : 0;
  const inValue =
    !isContainer(document, low) && from >= nodes.from(low) + quote && to <= nodes.to(low) - quote;
  return inKey || inValue ? low : undefined;
}
