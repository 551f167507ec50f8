import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Client, type Note, noteEndpoints, type Notes, ProblemError } from '@trailglass/api';
import { useClient } from '../api/client.ts';
import type { EventAddress } from '../address/page-state.ts';
import { tellNoted } from './noted.ts';
import { eventKey } from '../event/event-key.ts';

export type Listed = Notes['notes'][number];

/** What a note is to become. */
export interface NoteChange {
  readonly at: EventAddress;
  readonly bookmarked: boolean;
  readonly text: string;
  /** Of the note that the reader saw. */
  readonly version: string | undefined;
}

export const notesQuery = (client: Client) =>
  queryOptions({
    queryKey: ['notes'],
    queryFn: async ({ signal }) => {
      const { notes } = await client.call(noteEndpoints.notes, {}, signal);
      tellNoted(notes);
      return notes;
    },
    staleTime: 30_000,
    // Another tab may have changed them.
    refetchOnWindowFocus: true,
  });

export const useNotes = () => useQuery(notesQuery(useClient()));

/** The note on an event; `ready` once it is known whether there is one. */
export function useNote(at: EventAddress) {
  const { data, error } = useNotes();
  const key = eventKey(at);
  return {
    note: data?.find((note) => eventKey(note) === key),
    ready: data !== undefined,
    error: data === undefined ? (error ?? undefined) : undefined,
  };
}

export function useSaveNote() {
  const client = useClient();
  const queries = useQueryClient();
  const { queryKey } = notesQuery(client);
  return useMutation({
    mutationFn: async ({ at, bookmarked, text, version }: NoteChange) => {
      const { account, region, eventId, time } = at;
      const body = { account, region, eventId, bookmarked, text };
      const more = {
        ...(time !== undefined && { time }),
        ...(version !== undefined && { version }),
      };
      return (await client.call(noteEndpoints.saveNote, { body: { ...body, ...more } })).note;
    },
    onSuccess: (note, { at }) => {
      const before = queries.getQueryData<readonly Listed[]>(queryKey) ?? [];
      const next = replaced(before, at, note);
      tellNoted(next);
      queries.setQueryData(queryKey, next);
    },
    // What the other one wrote is shown beside what was written here.
    onError: (error) =>
      isConflict(error) ? queries.fetchQuery({ ...notesQuery(client), staleTime: 0 }) : undefined,
  });
}

export const isConflict = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.type === 'conflict';

function replaced(notes: readonly Listed[], at: EventAddress, note: Note | undefined): Listed[] {
  const key = eventKey(at);
  const before = notes.find((other) => eventKey(other) === key);
  const others = notes.filter((other) => other !== before);
  if (!note) return others;
  // A first note is of an event that was just read, and what is read is kept.
  const listed = [...others, { ...note, kept: before?.kept ?? true }];
  return listed.sort((a, b) => Date.parse(b.eventTime) - Date.parse(a.eventTime));
}
