import { type ReactNode, useState } from 'react';
import { highlighted } from './highlight.tsx';
import { segments } from './marks.ts';
import styles from './safe-text.module.css';

/** How many more characters one press of "Show all" adds: a megabyte at once would freeze the page. */
const step = 50_000;

interface SafeTextProps {
  readonly text: string;
  /** Characters shown before the rest is asked for. */
  readonly limit?: number;
  /** Where there is no room for a button the text just ends in "…"; copying still gives all of it. */
  readonly expandable?: boolean;
  /** What a search looks for; found places are marked. Needs the flag `g`. */
  readonly search?: RegExp | undefined;
}

/** Text that an attacker may have written: never markup, nothing invisible, never endless. */
export function SafeText({
  text,
  limit = 400,
  expandable = true,
  search,
}: SafeTextProps): ReactNode {
  const [more, setMore] = useState({ text, shown: 0 });
  const shown = Math.max(limit, more.text === text ? more.shown : 0);
  const cut = text.length > shown;
  const body = pieces(cut ? text.slice(0, shown) : text, search);
  if (!cut) return body;
  if (!expandable) return <>{body}…</>;
  return (
    <>
      {body}…{' '}
      <button
        type="button"
        className={styles.more}
        onClick={(click) => {
          click.stopPropagation();
          setMore({ text, shown: shown + step });
        }}
      >
        {text.length - shown > step
          ? `Show ${step.toLocaleString('en-US')} more`
          : `Show all ${text.length.toLocaleString('en-US')} characters`}
      </button>
    </>
  );
}

function pieces(text: string, search: RegExp | undefined): ReactNode {
  const cut = segments(text);
  if (!search && cut.every((segment) => segment.kind === 'text')) return text;
  return cut.map((segment) =>
    segment.kind === 'text' ? (
      highlighted(segment.text, search, segment.at)
    ) : (
      <abbr
        key={segment.at}
        className={segment.quiet ? styles.space : styles.mark}
        title={segment.name}
      >
        {segment.symbol}
        {segment.quiet && segment.text}
      </abbr>
    ),
  );
}
