import { useParams, useRouterState } from '@tanstack/react-router';
import type { Problem } from '@trailglass/api';
import { type ReactNode, useId, useRef } from 'react';
import { BookmarkButton } from '../../notes/bookmark-button.tsx';
import { EventNote } from '../../notes/writing/event-note.tsx';
import { parseSearch } from '../../address/search-params.ts';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { ValueActionsContext } from '../../ui/value-menu/value-actions.ts';
import { ValueMenuHost } from '../../ui/value-menu/value-menu-host.tsx';
import { SameCallButtons } from './same-call/same-call-buttons.tsx';
import type { EventAddress } from '../../address/page-state.ts';
import { eventLink } from '../../address/pages/event-link.ts';
import styles from './event-page.module.css';
import { NoveltyLines } from '../novelty/novelty-lines.tsx';
import { LookEverywhere } from './elsewhere/look-everywhere-section.tsx';
import { EventSections } from './event-sections.tsx';
import { useListActions } from '../../value-actions/to-the-list.ts';
import { RelatedSection } from './related/related-section.tsx';
import { SectionLevel } from '../../event/section.tsx';
import { SelectionSearch } from './selected-text/selection-search.tsx';
import { useEvent } from '../../event/use-event.ts';
import { addressOf } from '../../address/event-address.ts';

/** One event at a link of its own. */
export function EventPage(): ReactNode {
  const { account, region, eventId } = useParams({ strict: false });
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const { time } = parseSearch(search);
  return (
    <EventAt
      key={`${account}/${region}/${eventId}`}
      address={{
        account: account ?? '',
        region: region ?? '',
        eventId: eventId ?? '',
        ...(time !== undefined && { time }),
      }}
    />
  );
}

const notThere: ReadonlySet<Problem['type'] | undefined> = new Set(['not-found', 'unknown-scope']);

function EventAt({ address }: { readonly address: EventAddress }): ReactNode {
  const { whole, problem, retry } = useEvent(address);
  const titleId = useId();
  const article = useRef<HTMLElement>(null);
  const name = whole?.row.eventName;
  // A link may call the account by its name.
  const at = whole ? addressOf(whole.row) : address;
  return (
    <ValueActionsContext value={useListActions()}>
      <SectionLevel value={2}>
        <article ref={article} className={styles.page} aria-labelledby={titleId}>
          <header className={styles.header}>
            <h1 id={titleId} className={styles.title}>
              {typeof name === 'string' ? (
                <SafeText text={name} limit={200} expandable={false} />
              ) : (
                'Event'
              )}
            </h1>
            <BookmarkButton at={at} />
            <CopyButton text={() => eventLink(address)} what="event link" />
          </header>
          <EventSections
            whole={whole}
            problem={problem}
            onRetry={retry}
            elsewhere={notThere.has(problem?.type) && <LookEverywhere address={address} />}
            novelty={whole && <NoveltyLines row={whole.row} />}
            note={<EventNote at={at} />}
            related={<RelatedSection whole={whole} />}
            besideResources={whole && <SameCallButtons whole={whole} />}
          />
        </article>
        <SelectionSearch within={article} event={whole?.event} />
        <ValueMenuHost />
      </SectionLevel>
    </ValueActionsContext>
  );
}
