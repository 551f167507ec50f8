import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { eventPath } from '../../address/pages/event-link.ts';
import { compareLimits, comparePath } from '../../address/pages/compare-link.ts';
import styles from './compare-table.module.css';
import type { Found } from './found.ts';
import { opensElsewhere } from '../../ui/opens-elsewhere.ts';

/** Which event a column is about, the way to it, and out of the comparison. */
export function EventHeading({
  found,
  at,
}: {
  readonly found: readonly Found[];
  readonly at: number;
}): ReactNode {
  const router = useRouter();
  const one = found[at];
  if (!one) return null;
  const { row } = one.whole;
  const name = typeof row.eventName === 'string' ? row.eventName : 'No name';
  const href = eventPath(one.address);
  const follow = (click: MouseEvent): void => {
    if (opensElsewhere(click)) return;
    click.preventDefault();
    router.history.push(href);
  };
  const without = found.filter((other) => other !== one).map(({ address }) => address);
  return (
    <>
      <span className={styles.number}>{at + 1}</span>
      <div className={styles.who}>
        <a className={styles.name} href={href} onClick={follow} title="Open event">
          <SafeText text={name} limit={120} expandable={false} />
        </a>
        <div className={styles.when}>
          <TimeLabel iso={row.eventTime} offset />
        </div>
      </div>
      {found.length > compareLimits.least && (
        <span title="Leave out of the comparison">
          <Button
            variant="icon"
            iconName="close"
            ariaLabel={`Leave event ${at + 1} out of the comparison`}
            onClick={() => router.history.push(comparePath(without))}
          />
        </span>
      )}
    </>
  );
}
