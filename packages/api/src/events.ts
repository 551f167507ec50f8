import { catalogue, type EventFields, type FieldName } from '@trailglass/record';
import { z } from 'zod';
import { Problem } from './problem.ts';

const FieldValue = z.union([z.string(), z.boolean(), z.array(z.string())]);

const fieldValues = Object.fromEntries(
  catalogue.map((row) => [row.name, FieldValue.optional()]),
) as Record<FieldName, z.ZodOptional<typeof FieldValue>>;

/**
 * One event in a list: the scope it was read from and every catalogue field that has a value.
 * `account` and `region` are where it was looked up; `recipientAccountId` and `awsRegion` are what the record says.
 */
export const EventRow = z
  .object({
    account: z.string(),
    region: z.string(),
    eventId: z.string(),
    /** ISO 8601 in UTC: 2026-11-22T15:40:02Z. */
    eventTime: z.string(),
    flaws: z.array(z.string()).optional(),
    /**
     * Of the paths that were asked for, those that the record has values at: texts, numbers digit by digit, and flags, as
     * filters compare them, the first 20; then objects, which no filter compares, as JSON in one line. Tuples, since a path
     * may be called `__proto__`.
     */
    paths: z
      .array(z.tuple([z.string(), z.array(z.string()), z.array(z.string()).optional()]))
      .optional(),
  })
  .and(z.object(fieldValues));
export type EventRow = EventFields & {
  readonly account: string;
  readonly region: string;
  readonly eventId: string;
  readonly eventTime: string;
  readonly flaws?: readonly string[];
  readonly paths?: readonly PathValues[];
};
export type PathValues = readonly [
  path: string,
  values: readonly string[],
  objects?: readonly string[] | undefined,
];

/** How far one account in one Region has been read in this search. */
export const ScopeProgress = z.object({
  account: z.string(),
  region: z.string(),
  /**
   * waiting: its turn has not come, or a call failed and will be made again; throttled: waits because AWS said so;
   * paused: enough rows for now; partial: nothing is left to read, but from `readTo` on down something is missing that
   * AWS no longer has.
   */
  state: z.enum(['waiting', 'reading', 'throttled', 'paused', 'complete', 'partial', 'failed']),
  /** Everything from here up to the search's end has been read (ISO); absent before the first page. */
  readTo: z.string().optional(),
  /** Of a failed scope: whether the archive holds more rows below what cannot be read; `next` goes on with them. */
  known: z.enum(['more', 'all']).optional(),
  /** Of a failed scope: when AWS last answered for its account (ISO); nothing newer than that was read. */
  answeredAt: z.string().optional(),
  /** Events read in this scope, matching or not. */
  events: z.number().int(),
  requests: z.number().int(),
  /** Estimated milliseconds until the scope is complete. */
  etaMs: z.number().optional(),
});
export type ScopeProgress = z.infer<typeof ScopeProgress>;

/** What AWS was asked and what is applied here, as filter text; the same for every scope. */
export const Plan = z.object({
  /** For example { key: 'Username', value: 'alice' }; absent when AWS is asked for everything. */
  attribute: z.object({ key: z.string(), value: z.string() }).optional(),
  /** The residual filter's text; '' when AWS answers all of it. */
  residual: z.string(),
  /** The window that is read, ISO, both ends inclusive; frozen for the whole search. */
  from: z.string(),
  to: z.string(),
  /**
   * Before this moment AWS has nothing any more, and only what the archive holds is shown; all of it is there from
   * `completeFrom` on, absent where that cannot be said of any of it. ISO.
   */
  archiveOnly: z.object({ before: z.string(), completeFrom: z.string().optional() }).optional(),
  /** What is to be known about the window, in words: "Event history goes back 90 days; …". */
  notices: z.array(z.string()),
});
export type Plan = z.infer<typeof Plan>;

/** One line of the NDJSON stream. The first is `plan`, the last is `end` unless the connection broke. */
export const Frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plan'), plan: Plan }),
  /** Newest first within a scope; between scopes the reader merges by time. */
  z.object({ type: z.literal('rows'), events: z.array(EventRow) }),
  /** `next` continues from here when the stream is stopped early. */
  z.object({
    type: z.literal('progress'),
    scopes: z.array(ScopeProgress),
    next: z.string().optional(),
  }),
  z.object({ type: z.literal('problem'), problem: Problem }),
  z.object({
    type: z.literal('end'),
    /** Every event of every scope in the window has been read. */
    complete: z.boolean(),
    /** Rows sent in this stream. */
    matched: z.number().int(),
    /**
     * Continues where this ended; absent when nothing is left to read. Rows that the archive gave while something newer
     * could not be read may come again once it can.
     */
    next: z.string().optional(),
  }),
]);
export type Frame =
  | Exclude<z.infer<typeof Frame>, { type: 'rows' }>
  | { readonly type: 'rows'; readonly events: readonly EventRow[] };

/** One event whole. `record` is CloudTrail's JSON text, exact to the byte. */
export const WholeEvent = z.object({
  row: EventRow,
  record: z.string(),
  resources: z.array(z.object({ type: z.string().optional(), name: z.string().optional() })),
});
export type WholeEvent = Omit<z.infer<typeof WholeEvent>, 'row'> & { readonly row: EventRow };

export const eventLimits = { rows: 200, maxRows: 1000, scopes: 200, days: 90 } as const;
