import type { EventRow } from '@trailglass/api';
import { type ReactNode, useRef } from 'react';
import { EventNote } from '../../notes/writing/event-note.tsx';
import { SameCallButtons } from './same-call/same-call-buttons.tsx';
import type { EventAddress } from '../../address/page-state.ts';
import { DrawerEdge } from './drawer-edge.tsx';
import styles from './event-drawer.module.css';
import { EventHeader } from './event-header.tsx';
import { NoveltyLines } from '../novelty/novelty-lines.tsx';
import { EventSections } from './event-sections.tsx';
import { RelatedSection } from './related/related-section.tsx';
import { useDrawerSize } from './drawer-size.ts';
import { SelectionSearch } from './selected-text/selection-search.tsx';
import { useEscape } from './use-escape.ts';
import { useEvent } from '../../event/use-event.ts';
import { addressOf } from '../../address/event-address.ts';

interface EventDrawerProps {
  readonly address: EventAddress;
  /** The event's row where the list has it: the drawer shows it at once and fills in. */
  readonly row?: EventRow | undefined;
  /** Where the list ends: what is newer it does not know (ISO). */
  readonly until?: string | undefined;
  readonly onClose: () => void;
  /** Towards newer and older events; absent at the list's ends. */
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

/** One event beside the list, below it, or over it, as the window's width allows. */
export function EventDrawer(props: EventDrawerProps): ReactNode {
  const { address, row, until, onClose, onPrevious, onNext } = props;
  const { whole, problem, retry } = useEvent(address);
  const size = useDrawerSize();
  const known = whole?.row ?? row;
  // A link may call the account by its name.
  const at = known ? addressOf(known) : address;
  const drawer = useRef<HTMLElement>(null);
  useEscape(drawer, onClose);
  return (
    <aside
      ref={drawer}
      className={styles.drawer}
      aria-label="Event"
      style={{ ['--drawer-width' as string]: `${size.width}px` }}
    >
      <DrawerEdge size={size} />
      <EventHeader
        address={address}
        row={known}
        onClose={onClose}
        onPrevious={onPrevious}
        onNext={onNext}
      />
      <div className={styles.body}>
        <EventSections
          row={row}
          whole={whole}
          problem={problem}
          onRetry={retry}
          novelty={known && <NoveltyLines row={known} />}
          note={<EventNote at={at} />}
          related={<RelatedSection whole={whole} until={until} />}
          besideResources={whole && <SameCallButtons whole={whole} />}
        />
      </div>
      <SelectionSearch within={drawer} event={whole?.event} />
    </aside>
  );
}
