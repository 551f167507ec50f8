import { percent } from '../../ui/numbers/percent.ts';
import styles from './scopes.module.css';
import type { ReadShare } from '../kept/read-share.ts';

const words = (share: number): string =>
  share === 0 ? 'Nothing yet' : share === 1 ? 'All of it' : percent(share);

/** Which part of the 90 days has been read, oldest at the left, and how much that is. */
export function ReadBar({ read }: { readonly read: ReadShare | undefined }) {
  if (!read) return '–';
  return (
    <span className={styles.read}>
      <span className={styles.bar} aria-hidden="true">
        {read.stretches.map(({ from, to }) => (
          <span
            key={from}
            className={styles.stretch}
            style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }}
          />
        ))}
      </span>
      {words(read.share)}
    </span>
  );
}
