import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { BookmarkButton } from '../../notes/bookmark-button.tsx';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import type { EventAddress } from '../../address/page-state.ts';
import styles from './event-drawer.module.css';
import { eventLink, eventPath } from '../../address/pages/event-link.ts';
import { addressOf } from '../../address/event-address.ts';

interface EventHeaderProps {
  readonly address: EventAddress;
  readonly row: EventRow | undefined;
  readonly onClose: () => void;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

export function EventHeader(props: EventHeaderProps): ReactNode {
  const { address, row, onClose, onPrevious, onNext } = props;
  const router = useRouter();
  const name = typeof row?.eventName === 'string' ? row.eventName : 'Event';
  return (
    <header className={styles.header}>
      <span className={styles.back}>
        <Button
          variant="icon"
          iconName="arrow-left"
          ariaLabel="Back to the events"
          onClick={onClose}
        />
      </span>
      <h2 className={styles.title}>
        <SafeText text={name} limit={120} expandable={false} />
      </h2>
      <span className={styles.actions}>
        <Tool icon="angle-left" what="Previous event" act={onPrevious} />
        <Tool icon="angle-right" what="Next event" act={onNext} />
        <BookmarkButton key={address.eventId} at={row ? addressOf(row) : address} />
        <CopyButton text={() => eventLink(address)} what="event link" />
        <span title="Open on a page of its own">
          <Button
            variant="icon"
            iconName="expand"
            ariaLabel="Open on a page of its own"
            href={eventPath(address)}
            onFollow={(event) => {
              event.preventDefault();
              router.history.push(eventPath(address));
            }}
          />
        </span>
        <span className={styles.close}>
          <Tool icon="close" what="Close" act={onClose} />
        </span>
      </span>
    </header>
  );
}

interface ToolProps {
  readonly icon: 'angle-left' | 'angle-right' | 'close';
  readonly what: string;
  readonly act: (() => void) | undefined;
}

const Tool = ({ icon, what, act }: ToolProps): ReactNode => (
  <span title={what}>
    <Button
      variant="icon"
      iconName={icon}
      ariaLabel={what}
      disabled={!act}
      onClick={() => act?.()}
    />
  </span>
);
