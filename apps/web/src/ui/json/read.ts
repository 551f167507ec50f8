import { type Kind, NodeTable } from './node-table.ts';
import { stringEnd } from './string-end.ts';

/**
 * JSON text with an index of where everything in it stands. Nothing is converted: numbers keep their digits,
 * duplicate keys stay two, and a copy is a slice of the text. Nodes are numbered in reading order, the root is 0.
 */
export interface JsonDocument {
  readonly text: string;
  readonly nodes: NodeTable;
}

/** Where the text stops being JSON. */
export interface Unreadable {
  readonly at: number;
}
export const isUnreadable = (result: JsonDocument | Unreadable): result is Unreadable =>
  'at' in result;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const blank = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Reads exactly the texts that JSON.parse reads, at any depth, in one pass without recursion. */
export function readJson(text: string): JsonDocument | Unreadable {
  const nodes = new NodeTable();
  let at = 0;
  let parent = -1;
  let keyFrom = -1;
  let keyTo = -1;

  const skip = (): void => {
    while (blank(text.charCodeAt(at))) at += 1;
  };
  const scalar = (): readonly [Kind, number] | undefined => {
    const first = text.charCodeAt(at);
    if (first === 0x22) return ['string', stringEnd(text, at)];
    if (text.startsWith('true', at)) return ['boolean', at + 4];
    if (text.startsWith('false', at)) return ['boolean', at + 5];
    if (text.startsWith('null', at)) return ['null', at + 4];
    number.lastIndex = at;
    return number.test(text) ? ['number', number.lastIndex] : undefined;
  };
  const key = (): boolean => {
    skip();
    if (text.charCodeAt(at) !== 0x22) return false;
    keyFrom = at;
    keyTo = stringEnd(text, at);
    if (keyTo < 0) return false;
    at = keyTo;
    skip();
    if (text.charCodeAt(at) !== 0x3a) return false;
    at += 1;
    return true;
  };

  for (;;) {
    skip();
    const first = text.charAt(at);
    if (first === '{' || first === '[') {
      parent = nodes.open(first === '{' ? 'object' : 'array', parent, keyFrom, keyTo, at);
      keyFrom = keyTo = -1;
      at += 1;
      skip();
      if (text.charAt(at) !== (first === '{' ? '}' : ']')) {
        if (first === '{' && !key()) return { at };
        continue;
      }
    } else {
      const found = scalar();
      if (!found || found[1] < 0) return { at };
      nodes.add(found[0], parent, keyFrom, keyTo, at, found[1]);
      keyFrom = keyTo = -1;
      at = found[1];
    }
    // After a value: close what ends here, then go on after a comma.
    for (;;) {
      skip();
      if (parent < 0) return at === text.length ? { text, nodes } : { at };
      const inObject = nodes.kind(parent) === 'object';
      const mark = text.charAt(at);
      if (mark === ',') {
        at += 1;
        if (inObject && !key()) return { at };
        break;
      }
      if (mark !== (inObject ? '}' : ']')) return { at };
      at += 1;
      parent = nodes.close(parent, at);
    }
  }
}
