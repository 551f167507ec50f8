import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { age } from '../../ui/time/age.ts';
import styles from './scopes.module.css';

// On hover and not before: it would be wrong a minute later.
const tellAge = (label: HTMLElement, ms: number): void => {
  label.title = age(ms, Date.now());
};

/** A moment in two short lines, as a narrow column needs it; how long ago it was, on hover. */
export function Moment({ iso }: { readonly iso: string }) {
  const zone = useTimeZone();
  const ms = Date.parse(iso);
  return (
    <time
      dateTime={iso}
      className={styles.moment}
      onPointerEnter={({ currentTarget }) => tellAge(currentTarget, ms)}
    >
      {zone.date(ms)}{' '}
      <span className={styles.quiet}>
        {zone.time(ms)} {zone.offset(ms)}
      </span>
    </time>
  );
}
