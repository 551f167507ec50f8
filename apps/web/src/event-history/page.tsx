import type { EventRow } from '@trailglass/api';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useAccountNames } from '../api/about.ts';
import { useNoteMarks } from '../notes/marks/note-marks.ts';
import { ValueActionsContext } from '../ui/value-menu/value-actions.ts';
import { ValueMenuHost } from '../ui/value-menu/value-menu-host.tsx';
import { Asked } from './asked.tsx';
import { eventPath } from '../address/pages/event-link.ts';
import { DifferenceSlot } from './difference/difference-slot.tsx';
import { useColumnState } from '../fields/column-state.ts';
import { pathsOf } from '../fields/columns.ts';
import { EventGrid } from './grid/event-grid.tsx';
import { GroupSlot } from './groups/group-slot.tsx';
import { useListInHand } from './results/list-in-hand.ts';
import { NoRows } from './empty/no-rows.tsx';
import { NoveltySlot } from './novelty/novelty-slot.tsx';
import { OpenEvent } from './detail/open-event-drawer.tsx';
import { FacetsSlot, OverviewSlot } from './overview/slots.tsx';
import { PageHeader } from './page-header.tsx';
import styles from './page.module.css';
import { useSelectionInAddress } from './selection/selection-address.ts';
import { SelectionSlot } from './selection/selection-slot.tsx';
import { useAfterFirstRows } from './results/after-first-rows.ts';
import { useResultsStore } from './results/use-results.ts';
import { usePageState } from '../address/use-page-state.ts';
import { useScopes } from '../address/use-scopes.ts';
import { ViewsSlot } from './views/views-slot.tsx';
import { useValueActions } from '../value-actions/on-the-list.ts';
import { addressOf } from '../address/event-address.ts';

const hrefOf = (row: EventRow): string => eventPath(addressOf(row));

/** Event history: the question, its streamed answer as a grid, and one event open beside it. */
export function EventHistoryPage() {
  const [page, change] = usePageState();
  const scopes = useScopes();
  const { q, range, event, group, differ } = page;
  const columns = useColumnState();
  const { shown } = columns;
  const paths = useMemo(() => pathsOf(shown), [shown]);
  const question = useMemo(() => ({ q, range, scopes, paths }), [q, range, scopes, paths]);
  const store = useResultsStore(question);
  const actions = useValueActions(columns);
  useSelectionInAddress(page, change);
  useNoteMarks(useAfterFirstRows(store));
  const names = useAccountNames();

  const body = useRef<HTMLDivElement>(null);
  const [reveal, setReveal] = useState<EventRow>();
  const open = useCallback((row: EventRow) => change({ event: addressOf(row) }), [change]);
  const walk = useCallback(
    (row: EventRow) => {
      open(row);
      setReveal(row);
    },
    [open],
  );
  const toList = useCallback(() => {
    body.current
      ?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')
      ?.focus({ preventScroll: true });
  }, []);
  const close = useCallback(() => {
    change({ event: undefined });
    toList();
  }, [change, toList]);
  useListInHand({ store, columns, page, change, walk, toList });

  const empty = <NoRows store={store} names={names} onChange={change} />;
  return (
    <ValueActionsContext value={actions}>
      <div className={styles.page} data-event-open={event !== undefined}>
        <div className={styles.heading}>
          <PageHeader store={store} columns={columns} grouped={page.group !== undefined} />
          <ViewsSlot store={store} page={page} columns={shown} />
        </div>
        <Asked store={store} page={page} names={names} onChange={change} />
        <OverviewSlot store={store} scopes={scopes.length} names={names} onChange={change} />
        <div ref={body} className={styles.body}>
          {/* The facets are many stops of the Tab key; the events are what people come for. */}
          <button type="button" className={styles.skip} onClick={toList}>
            Skip to the events
          </button>
          <FacetsSlot store={store} names={names} />
          <div className={styles.list}>
            <SelectionSlot columns={columns} />
            <NoveltySlot store={store} />
            {differ ? (
              <DifferenceSlot
                store={store}
                page={page}
                differ={differ}
                names={names}
                onChange={change}
              />
            ) : group ? (
              <GroupSlot
                store={store}
                page={page}
                by={group}
                names={names}
                onChange={change}
                empty={empty}
              />
            ) : (
              <EventGrid
                store={store}
                columns={columns}
                open={event}
                onOpen={open}
                onClose={close}
                reveal={reveal}
                hrefOf={hrefOf}
                empty={empty}
              />
            )}
          </div>
          {event && <OpenEvent store={store} address={event} onWalk={walk} onClose={close} />}
        </div>
      </div>
      <ValueMenuHost />
    </ValueActionsContext>
  );
}
