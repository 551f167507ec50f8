import type { AccountSettings } from './accounts.ts';
import type { EventStore } from './events/event-store.ts';
import type { LoadedRecord } from './records/loaded-record.ts';

/**
 * Gives a record to the accounts whose event history shows it: the one that claims its recipientAccountId with
 * `records: 'own'`, otherwise everyone who claims nothing. Answers undefined, or why nobody got it.
 */
export function serveRecord(
  store: EventStore,
  accounts: readonly AccountSettings[],
  { event, region, recipientAccountId }: LoadedRecord,
): string | undefined {
  const owner = accounts.find(({ id, records }) => records === 'own' && id === recipientAccountId);
  const shown = owner ? [owner] : accounts.filter(({ records }) => records === undefined);
  if (shown.length === 0) return 'has the recipientAccountId of no account here';
  const news = shown.filter(({ id }) => store.add({ account: id, region }, event));
  return news.length === 0 ? 'has the same eventID as a record before it' : undefined;
}
