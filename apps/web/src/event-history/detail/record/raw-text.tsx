import type { ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import styles from './record.module.css';

/** Lines that the browser lays out only when they come into view. */
const block = 200;
const lineHeight = 18;
// What scrolls is reached with Tab, or it could not be scrolled with keys.
const reachable = { tabIndex: 0, role: 'region' };
const unusual = /[^\n\x20-\x7e]/;

/** A whole text, however long: selected, copied and found as one. */
export function RawText({
  lines,
  label,
}: {
  readonly lines: readonly string[];
  readonly label: string;
}): ReactNode {
  const blocks = [];
  for (let from = 0; from < lines.length; from += block) {
    blocks.push({ from, lines: lines.slice(from, from + block) });
  }
  return (
    <pre {...reachable} className={styles.raw} aria-label={label}>
      {blocks.map(({ from, lines }) => (
        <span
          key={from}
          className={styles.block}
          style={{ containIntrinsicBlockSize: `auto ${lines.length * lineHeight}px` }}
        >
          <Block lines={lines} />
        </span>
      ))}
    </pre>
  );
}

function Block({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const text = `${lines.join('\n')}\n`;
  if (!unusual.test(text)) return text;
  return placed(lines).map(({ line, at }) => (
    <span key={at}>
      <SafeText text={line} limit={10_000} />
      {'\n'}
    </span>
  ));
}

function placed(lines: readonly string[]): { readonly line: string; readonly at: number }[] {
  let at = 0;
  return lines.map((line) => {
    at += line.length + 1;
    return { line, at };
  });
}
