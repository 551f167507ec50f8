import { isContainer } from './node.ts';
import type { JsonDocument } from './read.ts';

/** The text as lines with two spaces a level. Keys and values are slices of the text, so nothing is converted. */
export function printedLines(document: JsonDocument): readonly string[] {
  const { text, nodes } = document;
  const lines: string[] = [];
  const around: number[] = [];
  const comma = (node: number): string => {
    const parent = nodes.parent(node);
    return parent >= 0 && nodes.next(node) < nodes.next(parent) ? ',' : '';
  };
  const indent = (depth: number): string => '  '.repeat(Math.min(depth, 100));
  const closeUpTo = (node: number): void => {
    for (let last = around.at(-1); last !== undefined; last = around.at(-1)) {
      if (nodes.next(last) > node) return;
      around.pop();
      const bracket = nodes.kind(last) === 'object' ? '}' : ']';
      lines.push(indent(nodes.depth(last)) + bracket + comma(last));
    }
  };
  for (let node = 0; node < nodes.size; node += 1) {
    closeUpTo(node);
    const from = nodes.keyFrom(node);
    const key = from < 0 ? '' : `${text.slice(from, nodes.keyTo(node))}: `;
    const start = indent(nodes.depth(node)) + key;
    if (isContainer(document, node) && nodes.next(node) > node + 1) {
      lines.push(start + (nodes.kind(node) === 'object' ? '{' : '['));
      around.push(node);
    } else if (isContainer(document, node)) {
      lines.push(start + (nodes.kind(node) === 'object' ? '{}' : '[]') + comma(node));
    } else lines.push(start + text.slice(nodes.from(node), nodes.to(node)) + comma(node));
  }
  closeUpTo(nodes.size);
  return lines;
}
