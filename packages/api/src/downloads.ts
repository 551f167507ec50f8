import { z } from 'zod';
import { askedInBody, named } from './asked.ts';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/** Events that can be named for one file. */
export const selectedLimit = 200;

const count = z.number().int().min(0);

/**
 * console-csv: the CloudTrail console's own columns; csv: columns that are named; json and ndjson: the records exact to
 * the byte; parquet: every field and the record; bundle: a ZIP of the records with a manifest that proves them.
 */
export const DownloadFormat = z.enum(['console-csv', 'csv', 'json', 'ndjson', 'parquet', 'bundle']);
export type DownloadFormat = z.infer<typeof DownloadFormat>;

/** One file being made while it is fetched. */
export const Download = z.object({
  id: z.string(),
  fileName: z.string(),
  /**
   * waiting: nobody has fetched it yet; done: everything was written that there is; failed: the file is missing
   * something that could not be read, see `problems`; cancelled: it ends in the middle.
   */
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** Of events that were named: how many. Else the file is of a search. */
  selected: count.optional(),
  /** Written so far. */
  events: count,
  bytes: count,
  /** ISO: everything from here up to the window's end has been read. */
  readTo: z.string().optional(),
  /** Once it has ended: every event of every scope in the window is in the file. */
  complete: z.boolean().optional(),
  problems: z.array(Problem),
  /** Of an evidence bundle: its manifest's SHA-256, to be kept apart from the bundle. */
  manifest: z.string().optional(),
});
export type Download = z.infer<typeof Download>;

const file = {
  format: DownloadFormat,
  /** For csv: catalogue names or dotted paths, in order. */
  columns: z.array(z.string().min(1).max(512)).min(1).max(60).optional(),
};

const byId = z.object({ id: z.string().max(64) }).strict();

export const downloadEndpoints = {
  download: endpoint({
    method: 'POST',
    path: '/api/downloads',
    summary:
      'Make a file of a whole search, or of named events; it is fetched once, from /download/ and the ticket',
    body: z.union([
      z.object({ ...askedInBody, ...file }).strict(),
      z.object({ events: z.array(named).min(1).max(selectedLimit), ...file }).strict(),
    ]),
    answer: z.object({ id: z.string(), ticket: z.string(), fileName: z.string() }),
    problems: ['bad-filter', 'bad-request', 'unknown-scope', 'too-many-requests'],
  }),
  downloading: endpoint({
    method: 'GET',
    path: '/api/downloads/:id',
    summary: 'How far a download is, and how it ended',
    params: byId,
    answer: Download,
    problems: ['not-found'],
  }),
  cancelDownload: endpoint({
    method: 'DELETE',
    path: '/api/downloads/:id',
    summary: 'Stop a download where it is',
    params: byId,
    answer: Download,
    problems: ['not-found'],
  }),
} as const;

/** Where a ticket's file is fetched. */
export const downloadPath = (ticket: string): string => `/download/${ticket}`;
