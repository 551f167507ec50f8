import { ninetyDays } from '../events/ninety-days.ts';
import type { EventStore } from '../events/event-store.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import type { LookupRequest } from './lookup-request.ts';
import type { PageTokens } from './page-token.ts';

export interface LookupContext {
  readonly store: EventStore;
  readonly tokens: PageTokens;
  readonly account: string;
  readonly region: string;
  /** The endpoint's today, epoch milliseconds. */
  readonly now: number;
  /** False while an event has not arrived yet. */
  readonly arrived: (event: StoredEvent) => boolean;
  /** Deliver one event of the page twice. */
  readonly duplicate: boolean;
}

export interface LookupPage {
  readonly events: readonly StoredEvent[];
  readonly nextToken: string | undefined;
}

export function lookupEvents(context: LookupContext, request: LookupRequest): LookupPage {
  const { store, tokens, account, region, now } = context;
  const scope = `${account}:${region}`;
  const position =
    request.nextToken === undefined ? undefined : tokens.open(scope, request, request.nextToken);
  const from = position?.from ?? Math.max(request.start ?? -Infinity, now - ninetyDays);
  const to = Math.min(request.end ?? Infinity, now);

  const events = store.in({ account, region }, request.insight);
  const { attribute } = request;
  const timeline = attribute ? events.having(attribute.key, attribute.value) : events.all;
  const twice = context.duplicate && request.maxResults > 1;
  const room = request.maxResults - (twice ? 1 : 0);

  const page: StoredEvent[] = [];
  let more = false;
  for (const event of timeline.down(from, to, position?.below)) {
    if (!context.arrived(event)) continue;
    more = page.length === room;
    if (more) break;
    page.push(event);
  }
  const last = page.at(-1);
  const below = last && { time: last.time, id: last.id };
  if (twice && last) page.push(last);
  return {
    events: page,
    nextToken: more && below ? tokens.seal(scope, request, { below, from }) : undefined,
  };
}
