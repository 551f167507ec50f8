import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const viewLimits = {
  views: 100,
  nameCharacters: 80,
  searchCharacters: 16_384,
} as const;

/** A way to look at event history, kept under a name. */
export const SavedView = z.object({
  /** Any text that can be read: no control characters, something other than spaces. */
  name: z
    .string()
    .min(1)
    .max(viewLimits.nameCharacters)
    .regex(/^(?=.*\S)[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u, 'a name that can be read'),
  /** Filter, time range, columns, accounts and Regions as the address bar says them; empty for the view on arrival. */
  search: z.string().max(viewLimits.searchCharacters),
});
export type SavedView = z.infer<typeof SavedView>;

/** In the order in which they were first saved. */
export const SavedViews = z.object({ views: z.array(SavedView).max(viewLimits.views) });
export type SavedViews = z.infer<typeof SavedViews>;

const oneView = z.object({ name: SavedView.shape.name }).strict();

export const viewEndpoints = {
  views: endpoint({
    method: 'GET',
    path: '/api/views',
    summary: 'The saved views, kept with the archive',
    answer: SavedViews,
    problems: ['archive-failed'],
  }),
  saveView: endpoint({
    method: 'POST',
    path: '/api/views',
    summary: 'Save views; one of the same name is replaced in its place. All of them or none',
    body: z.object({ views: z.array(SavedView.strict()).min(1).max(viewLimits.views) }).strict(),
    answer: SavedViews,
    problems: ['bad-request', 'too-large', 'archive-failed'],
  }),
  deleteView: endpoint({
    method: 'POST',
    path: '/api/views/delete',
    summary: 'Delete the view of a name; there need be none',
    body: oneView,
    answer: SavedViews,
    problems: ['bad-request', 'archive-failed'],
  }),
} as const;
