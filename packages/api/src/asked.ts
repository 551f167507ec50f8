import { z } from 'zod';
import { eventLimits } from './events.ts';

export const time = z.iso.datetime({ offset: true });
export const scope = z.string().regex(/^[^:\s]{1,128}:[a-z0-9-]{1,40}$/, 'account:region');
export const scopeList = z.array(scope).min(1).max(eventLimits.scopes);

/** One or several, comma-separated: 123456789012:eu-west-1,… */
export const scopes = z
  .string()
  .max(16_384)
  .transform((s) => s.split(','))
  .pipe(scopeList);

/** A filter as it stands in the address bar; none asks for everything. */
export const filterText = z.string().max(8192).default('');

/** Which events a query is about: the same words for a search and for every figure. */
export const asked = { q: filterText, from: time, to: time, scope: scopes };
/** The same in a body. */
export const askedInBody = { ...asked, scope: scopeList };

export const askedProblems = [
  'bad-filter',
  'bad-request',
  'unknown-scope',
  'archive-failed',
] as const;

/** Where one event is. */
export const eventAddress = {
  account: z.string().max(128),
  region: z.string().max(41),
  eventId: z.string().max(128),
};

/** One event by name; its time makes it quicker to find. */
export const named = z.object({ ...eventAddress, time: time.optional() }).strict();
