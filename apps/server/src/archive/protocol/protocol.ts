import type { Filter } from '@trailglass/query';
import { z } from 'zod';
import { EmptinessAsked, emptinessAnswer } from './emptiness.ts';
import { differenceAnswers, differenceRequests } from './difference.ts';
import { figureAnswers, figureRequests } from './figures.ts';
import { groupAnswers, groupRequests } from './groups.ts';
import { keepingAnswers, keepingRequests } from './keeping.ts';
import { handoverAnswers, handoverRequests } from './handover.ts';
import { noveltyAnswers, noveltyRequests } from './novelty.ts';
import { notesAnswers, notesRequests } from './notes.ts';
import { StoredEvent } from '../stored-event.ts';
import { epochMs, epochSecond, scopeShape, spanShape } from './units.ts';
import { upkeepAnswers, upkeepRequests } from './upkeep.ts';
import { viewsAnswers, viewsRequests } from './views.ts';

// What the server and the store's process say to each other. Both ends check what they hear.

const Span = z.object(spanShape);
const Below = z.object({ listedMs: epochMs, eventId: z.string() });

const Caller = z.object({ account: scopeShape.account, arn: z.string() });

/** Where the events are kept. */
export const Place = z.discriminatedUnion('kind', [
  /** `fresh`: what is there from before is forgotten. */
  z.object({
    kind: z.literal('folder'),
    folder: z.string().min(1),
    fresh: z.boolean().optional(),
  }),
  /** Nothing is kept. */
  z.object({ kind: z.literal('memory') }),
]);
export type Place = z.infer<typeof Place>;

/** The first message to the store. */
export const Open = z.object({
  place: Place,
  /** The file that is there is set aside and a new one begun. */
  anew: z.boolean().optional(),
});
export type Open = z.infer<typeof Open>;

/** Where the file from before lies, and what of it could not be taken along, in words. */
export const Begun = z.object({ setAside: z.string(), lost: z.array(z.string()) });
export type Begun = z.infer<typeof Begun>;

/** Its answer: when it can be asked, or why never. */
export const Opened = z.discriminatedUnion('state', [
  /** `notices`: what had to be mended, in words. */
  z.object({ state: z.literal('ready'), notices: z.array(z.string()), begun: Begun.optional() }),
  z.object({ state: z.literal('refused'), reason: z.string() }),
]);
export type Opened = z.infer<typeof Opened>;

export const Request = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('write'),
    ...scopeShape,
    events: z.array(StoredEvent),
    /** What these events complete, in the same transaction. */
    claim: z
      .object({
        kind: z.string(),
        ...spanShape,
        fetchedAt: epochSecond,
        /** Known until the store's process ends, and not written: soon another one will prove the same. */
        passing: z.boolean().optional(),
      })
      .optional(),
  }),
  /** What has been read of a window, for any of these kinds. */
  z.object({ op: z.literal('coverage'), ...scopeShape, kinds: z.array(z.string()), window: Span }),
  z.object({
    op: z.literal('read'),
    ...scopeShape,
    ...spanShape,
    filter: z.custom<Filter>((value) => typeof value === 'object' && value !== null),
    limit: z.int().min(1),
    /** Goes on behind this event. */
    below: Below.optional(),
    /** The same for all scopes of one list, of which the others will be asked for, too. */
    search: z.string().optional(),
    /** All of a short window, for a file: nobody waits for the first rows, and nobody comes back for them. */
    whole: z.boolean().optional(),
  }),
  z.object({ op: z.literal('event'), ...scopeShape, eventId: z.string(), window: Span.optional() }),
  z.object({ op: z.literal('summary') }),
  /** Who the configured accounts were when their credentials last worked. */
  z.object({ op: z.literal('callers') }),
  z.object({ op: z.literal('remember'), source: z.string(), ...Caller.shape }),
  ...figureRequests,
  ...groupRequests,
  EmptinessAsked.extend({ op: z.literal('emptiness') }),
  ...keepingRequests,
  ...upkeepRequests,
  ...viewsRequests,
  ...notesRequests,
  ...handoverRequests,
  ...noveltyRequests,
  ...differenceRequests,
]);
export type Request = z.infer<typeof Request>;
export type Op = Request['op'];

/** One of the messages that go together, both ways. */
export const ToStore = z.union([
  z.object({ id: z.int(), request: Request }),
  z.object({ id: z.int(), cancel: z.literal(true) }),
]);
export type ToStore = z.infer<typeof ToStore>;

export const answers = {
  write: z.object({}),
  coverage: z.object({ settled: z.array(Span), provisional: z.array(Span) }),
  /** Newest first. `examined`: events looked at; `below`: there may be more behind this one. */
  read: z.object({
    events: z.array(StoredEvent),
    examined: z.int(),
    below: Below.optional(),
  }),
  event: z.object({ event: StoredEvent.optional() }),
  callers: z.object({
    callers: z.array(z.object({ source: z.string(), ...Caller.shape })),
    /** When AWS was last asked about each account, and what it said was kept; in seconds. */
    answered: z.array(z.object({ account: scopeShape.account, at: epochSecond })),
  }),
  remember: z.object({}),
  summary: z.object({ events: z.int(), bytes: z.int() }),
  ...figureAnswers,
  ...groupAnswers,
  emptiness: emptinessAnswer,
  ...keepingAnswers,
  ...upkeepAnswers,
  ...viewsAnswers,
  ...notesAnswers,
  ...handoverAnswers,
  ...noveltyAnswers,
  ...differenceAnswers,
} as const satisfies Record<Op, z.ZodType>;
export type Answer<O extends Op> = z.infer<(typeof answers)[O]>;

export const FromStore = z.union([
  z.object({ id: z.int(), answer: z.unknown() }),
  z.object({ id: z.int(), failure: z.string() }),
  /** How far a long answer is. */
  z.object({ id: z.int(), progress: z.unknown() }),
  /** What takes long is under way, and others wait for it: no reason to end the process. */
  z.object({ busy: z.literal(true) }),
]);
export type FromStore = z.infer<typeof FromStore>;

/** The messages of one moment; each is checked alone, so that one that is none takes no other with it. */
export const Messages = z.array(z.unknown());

/** The kind of coverage that every look-up without an attribute gives. */
export const EVERYTHING = '';
/** The kind of a look-up by one attribute. */
export const kindOf = (
  attribute: { readonly key: string; readonly value: string } | undefined,
): string => (attribute === undefined ? EVERYTHING : `${attribute.key}=${attribute.value}`);
