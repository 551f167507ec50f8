import Link from '@cloudscape-design/components/link';
import { useRouter } from '@tanstack/react-router';
import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { sessionPath } from '../../../address/pages/session-address.ts';
import { addressOf } from '../../../address/event-address.ts';

/** From the credentials of an event to who handed them out, and what else was done with them. */
export function SessionLink({ row }: { readonly row: EventRow }): ReactNode {
  const router = useRouter();
  const path = sessionPath({ event: addressOf(row) });
  return (
    <Link
      href={path}
      onFollow={(event) => {
        event.preventDefault();
        router.history.push(path);
      }}
    >
      Follow this session
    </Link>
  );
}
