import { QueryObserver } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { notesQuery } from '../use-notes.ts';

/** Keeps the rows' marks as the server knows them; to be called once the rows stand. @returns to stop */
export function followNotes(): () => void {
  // What cannot be asked leaves rows without marks, and no more: the drawer says why.
  return new QueryObserver(queryClient, notesQuery(client)).subscribe(() => undefined);
}
