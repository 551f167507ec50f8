import { noteEndpoints } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';

/** Bookmarks and notes on events. */
export function notesRoutes(to: Registrar, { notes }: Service): void {
  register(to, noteEndpoints.notes, () => notes.all());
  register(to, noteEndpoints.importNotes, ({ body }) => notes.takeIn(body.notes));
  register(to, noteEndpoints.saveNote, ({ body, signal }) => {
    const { time, ...note } = body;
    const at = parseTime(time);
    return notes.save({ ...note, ...(at !== undefined && { time: at }) }, signal);
  });
}
