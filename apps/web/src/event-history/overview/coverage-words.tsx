import styles from './overview.module.css';
import { isRead, type ScopeStrip } from './strip.ts';
import { summaryWords } from './strip-words.ts';

interface Props {
  readonly strips: readonly ScopeStrip[];
  readonly onRead: (() => void) | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** How many scopes are whole, and the way to what is missing. */
export function CoverageWords({ strips, onRead, open, onOpen }: Props) {
  const missing = strips.some((strip) => !strip.stretches.every(isRead));
  return (
    <>
      <span>{summaryWords(strips)}</span>
      {missing && onRead && (
        <button type="button" className={styles.action} onClick={onRead}>
          Read the rest
        </button>
      )}
      {strips.length > 1 && (
        <button
          type="button"
          className={styles.action}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          {open ? 'Hide scopes' : 'Show scopes'}
        </button>
      )}
    </>
  );
}
