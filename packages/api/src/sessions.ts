import { z } from 'zod';
import { time } from './asked.ts';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

const count = z.number().int().min(0);
const accessKey = z.string().regex(/^\w{4,128}$/, 'an access key id');

/** Where an event stands, and when it was (ISO). */
const EventAt = z.object({
  account: z.string(),
  region: z.string(),
  eventId: z.string(),
  time: z.string(),
});

/** Who a key belongs to, or who called without one; as far as records say. */
const Holder = z.object({
  /** user, session, saml, service and so on: the kinds of a principal. */
  kind: z.string(),
  label: z.string(),
  account: z.string().optional(),
  roleName: z.string().optional(),
  sessionName: z.string().optional(),
  sourceIdentity: z.string().optional(),
  /** The Identity Center user on whose behalf it acts. */
  onBehalfOf: z.string().optional(),
  mfa: z.boolean().optional(),
});

/** One line of the tree: an access key with its events, or a caller that has none, which is always the root. */
const SessionNode = z.object({
  id: z.string(),
  parent: z.string().optional(),
  key: z.string().optional(),
  holder: Holder,
  /** The tree was asked for this one. */
  focus: z.literal(true).optional(),
  /** From the root down the first that is a person, or a user that may be one. */
  person: z.literal(true).optional(),
  /** The call that handed the key out, and its records: one in each account that saw it. */
  handed: z
    .object({
      name: z.string(),
      /** A sign-in names no key: it is known by who signed in and when the session began. */
      kind: z.enum(['temporary', 'long-lived', 'sign-in']),
      at: z.array(EventAt).min(1),
      /** From where it was made. */
      sourceIp: z.string().optional(),
      expires: z.string().optional(),
    })
    .optional(),
  /** There must be a call that handed it out, and the archive has none. */
  missing: z
    .object({
      /** unread: AWS may have it; absent: it was looked for in all of the 90 days and is not there. */
      state: z.enum(['unread', 'absent']),
      /** The key that it handed out: to be looked up. */
      key: z.string(),
      /** The account in whose event history it should stand. */
      account: z.string().optional(),
      /** That account can be asked here. */
      askable: z.boolean(),
      /** When the key began, where its events say so (ISO). */
      began: z.string().optional(),
      /** The oldest of what was read of that account (ISO); the call lies before it where `before` says so. */
      readFrom: z.string().optional(),
      before: z.boolean(),
    })
    .optional(),
  events: count,
  writes: count,
  errors: count,
  first: z.string().optional(),
  last: z.string().optional(),
  /** The most frequent addresses that it was used from, and how many there are in all. */
  sources: z.array(z.object({ address: z.string(), events: count, first: z.string() })),
  addresses: count,
  /** Keys that it handed out and that are not shown. */
  more: count,
});
export type SessionNode = z.infer<typeof SessionNode>;

/** Who handed which key to whom: parents before their children, children by time. */
export const SessionTree = z.object({
  nodes: z.array(SessionNode).min(1),
  /** Which bounds cut the tree: too deep, too many keys, or out of time. */
  cut: z.array(z.enum(['depth', 'nodes', 'time', 'cycle'])),
});
export type SessionTree = z.infer<typeof SessionTree>;

/** What AWS said of a key's origin; what was found is in the archive now. */
export const OriginFound = z.object({
  found: EventAt.optional(),
  /** It lies before what had been read. */
  before: z.boolean(),
  account: z.string(),
  /** The Regions that answered, all 90 days of each. */
  searched: z.array(z.string()),
  /** The Regions that did not, each with its reason. */
  failed: z.array(Problem),
});
export type OriginFound = z.infer<typeof OriginFound>;

export const sessionTreeEndpoints = {
  sessionTree: endpoint({
    method: 'GET',
    path: '/api/session-tree',
    summary:
      'Who handed which access key to whom, around an event or a key, over all of the archive',
    query: z
      .object({
        key: accessKey.optional(),
        /** Or an event: account:region, its id, and its time. */
        scope: z.string().max(170).optional(),
        event: z.string().max(128).optional(),
        time: time.optional(),
      })
      .strict(),
    answer: SessionTree,
    problems: [
      'bad-request',
      'unknown-scope',
      'not-found',
      'access-denied',
      'credentials-expired',
      'throttled',
      'upstream-failed',
      'unreachable',
      'archive-failed',
    ],
  }),
  findOrigin: endpoint({
    method: 'POST',
    path: '/api/session-tree/origin',
    summary: 'Look up at AWS the call that handed out an access key, and keep what is found',
    body: z.object({ key: accessKey, account: z.string().max(128) }).strict(),
    answer: OriginFound,
    problems: ['bad-request', 'unknown-scope', 'archive-failed', 'too-many-requests'],
  }),
} as const;
