import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccountNames } from '../../api/about.ts';
import { explain } from '../../api/explain.ts';
import { parseSearch, printSearch } from '../../address/search-params.ts';
import { counted } from '../../ui/numbers/count.ts';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { bookmarkColumns } from './bookmark-columns.tsx';
import { ImportNotes } from '../file/import-notes.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { type Show, foundNotes, shows } from './found-notes.ts';
import { saveNotesFile } from '../file/notes-file.ts';
import styles from '../notes.module.css';
import { type Listed, useNotes } from '../use-notes.ts';

const PAGE = 50;

/** The events that somebody marked or wrote about, however old they are. */
export function BookmarksPage() {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const params = parseSearch(search);
  const find = params['find'] ?? '';
  const show = shows.find((known) => known === params['show']) ?? 'all';
  const page = Math.max(1, Number.parseInt(params['page'] ?? '', 10) || 1);
  const change = (next: { find?: string; show?: Show; page?: number }): void => {
    const asked = { find, show, page: 1, ...next };
    const { find: _find, show: _show, page: _page, ...others } = params;
    const own = {
      ...(asked.find !== '' && { find: asked.find }),
      ...(asked.show !== 'all' && { show: asked.show }),
      ...(asked.page > 1 && { page: String(asked.page) }),
    };
    router.history.replace(`/bookmarks${printSearch({ ...others, ...own })}`);
  };

  const { data, error, isFetching, refetch } = useNotes();
  const names = useAccountNames();
  const [editing, setEditing] = useState<Listed>();
  const narrow = useMedia('(max-width: 599px)');
  const medium = useMedia('(max-width: 1279px)');
  const found = foundNotes(data ?? [], find, show);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const at = Math.min(page, pages);
  const follow = (path: string): void => router.history.push(path);

  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="Events that were bookmarked or written about. They stay here when their events are no longer in event history."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                iconName="refresh"
                ariaLabel="Refresh"
                loading={isFetching}
                onClick={() => void refetch()}
              />
              <ImportNotes onEdit={setEditing} />
              <Button
                iconName="download"
                disabled={found.length === 0}
                onClick={() => saveNotesFile(found)}
              >
                Export
              </Button>
            </SpaceBetween>
          }
        >
          Bookmarks
        </Header>
      }
    >
      {error ? (
        <ProblemAlert problem={explain(error)} onRetry={() => void refetch()} />
      ) : (
        <Table
          items={found.slice((at - 1) * PAGE, at * PAGE)}
          columnDefinitions={bookmarkColumns({
            names,
            room: narrow ? 'narrow' : medium ? 'medium' : 'wide',
            onEdit: setEditing,
            onFollow: follow,
          })}
          trackBy={({ account, eventId }) => `${account} ${eventId}`}
          loading={data === undefined}
          loadingText="Reading the notes"
          wrapLines
          ariaLabels={{ tableLabel: 'Bookmarked and noted events' }}
          header={
            <Header counter={data ? `(${found.length.toLocaleString('en')})` : ''}>Events</Header>
          }
          filter={
            <div className={styles.filter}>
              <TextFilter
                filteringText={find}
                filteringPlaceholder="Find in notes, names, users, accounts and Regions"
                filteringAriaLabel="Find notes"
                countText={find === '' ? '' : counted(found.length, 'match', 'matches')}
                onChange={({ detail }) => change({ find: detail.filteringText.slice(0, 200) })}
              />
              <SegmentedControl
                selectedId={show}
                label="Which events"
                options={[
                  { id: 'all', text: 'All' },
                  { id: 'bookmarked', text: 'Bookmarked' },
                  { id: 'noted', text: 'With a note' },
                ]}
                onChange={({ detail }) => change({ show: detail.selectedId as Show })}
              />
            </div>
          }
          pagination={
            pages > 1 && (
              <Pagination
                currentPageIndex={at}
                pagesCount={pages}
                onChange={({ detail }) => change({ page: detail.currentPageIndex })}
              />
            )
          }
          empty={
            <Nothing
              filtered={find !== '' || show !== 'all'}
              onAll={() => change({ find: '', show: 'all' })}
              onEvents={() => follow('/events')}
            />
          }
        />
      )}
      {editing && <NoteDialog note={editing} onClose={() => setEditing(undefined)} />}
    </ContentLayout>
  );
}

interface NothingProps {
  readonly filtered: boolean;
  readonly onAll: () => void;
  readonly onEvents: () => void;
}

const Nothing = ({ filtered, onAll, onEvents }: NothingProps) => (
  <Box textAlign="center" margin={{ vertical: 'l' }}>
    <SpaceBetween size="s">
      <div>
        {filtered
          ? 'No note and no bookmark matches.'
          : 'Nothing is bookmarked yet. Open an event and press its star, or add a note.'}
      </div>
      {filtered ? (
        <Button onClick={onAll}>Show all</Button>
      ) : (
        <Button onClick={onEvents}>Go to Event history</Button>
      )}
    </SpaceBetween>
  </Box>
);
