import { keyPath, plainText } from './node.ts';
import type { JsonDocument } from './read.ts';

/** Characters of base64 that are decoded: 64 KiB of text tell what a start script does. */
const most = 87_384;

export interface Decoded {
  readonly text: string;
  /** There is more than is decoded here. */
  readonly cut: boolean;
}

const base64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** The text of an instance's user data, which EC2's calls carry in base64; undefined where a value is none. */
export function encodedUserData(document: JsonDocument, node: number): string | undefined {
  const { nodes } = document;
  if (nodes.kind(node) !== 'string' || nodes.to(node) - nodes.from(node) < 10) return undefined;
  const isUserData = keyPath(document, node)
    .slice(-2)
    .some((key) => key.toLowerCase() === 'userdata');
  if (!isUserData) return undefined;
  const text = plainText(document, node);
  return base64.test(text) ? text : undefined;
}

/** Undefined when it is not base64 of a text: a compressed one starts with gzip's mark and stays as it is. */
export function decodeBase64(text: string): Decoded | undefined {
  const plain = text.replaceAll(/\s/g, '');
  const part = plain.slice(0, most);
  try {
    const bytes = Uint8Array.from(atob(part), (sign) => sign.codePointAt(0) ?? 0);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return undefined;
    return { text: new TextDecoder().decode(bytes), cut: plain.length > most };
  } catch {
    return undefined;
  }
}
