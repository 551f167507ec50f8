import Link from '@cloudscape-design/components/link';
import { type ReactNode, use } from 'react';
import { safeString } from '../ui/safe-text/marks.ts';
import { type ShownValue, ValueActionsContext } from '../ui/value-menu/value-actions.ts';

/** From a principal, key, role, resource or address to its own page; nothing for anything else. */
export function ActivityLink({ subject, value }: ShownValue): ReactNode {
  const page = use(ValueActionsContext)?.pageOf({ subject, value });
  if (!page) return null;
  return (
    <>
      {' '}
      <Link
        href={page.href}
        fontSize="body-s"
        ariaLabel={`Activity of ${safeString(value, 120)}`}
        onFollow={(event) => {
          event.preventDefault();
          page.go();
        }}
      >
        Activity
      </Link>
    </>
  );
}
