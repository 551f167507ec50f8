import { Fragment, type ReactNode } from 'react';
import styles from './safe-text.module.css';

/** The text with every place that a search found in a `<mark>`. */
export function highlighted(text: string, search: RegExp | undefined, key: number): ReactNode {
  if (!search) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(search)) {
    if (match[0] === '') continue;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(
      <mark key={match.index} className={styles.found}>
        {match[0]}
      </mark>,
    );
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return <Fragment key={key}>{parts}</Fragment>;
}
