import { Outbox } from '../protocol/outbox.ts';
import {
  type FromStore,
  Messages,
  Open,
  type Opened,
  type Request,
  ToStore,
} from '../protocol/protocol.ts';
import { Refusal } from './refusal.ts';
import { openStore, type Store } from './store.ts';
import { isUpkeep } from './upkeep/upkeep.ts';
import { Unknown } from '../statements/transaction.ts';

// The process that owns the archive's database. A crash of the database ends this process and one query, not the server.

/** The database can do nothing more, or what it did is not known: the server starts this process again. */
const STARTED_AGAIN = 70;
const isFatal = (error: unknown): boolean =>
  error instanceof Unknown ||
  /has been invalidated|FATAL Error|INTERNAL Error/i.test(String(error));

const send = (message: Opened | readonly FromStore[], then?: () => void): void => {
  if (process.connected) process.send?.(message, () => then?.());
  else then?.();
};
const outbox = new Outbox<FromStore>(send);
const tell = (message: FromStore): void => outbox.put(message);
const running = new Map<number, AbortController>();

async function answer(store: Store, message: unknown): Promise<void> {
  const heard = ToStore.parse(message);
  if ('cancel' in heard) {
    running.get(heard.id)?.abort();
    return;
  }
  const { id, request } = heard;
  const cancelling = new AbortController();
  running.set(id, cancelling);
  try {
    tell({ id, answer: await answerOf(store, id, request, cancelling.signal) });
  } catch (error) {
    const failure = { id, failure: error instanceof Error ? error.message : String(error) };
    tell(failure);
    if (isFatal(error)) endWith(() => process.exit(STARTED_AGAIN));
  } finally {
    running.delete(id);
  }
}

/** Ends when what was said has been sent. */
function endWith(end: () => void): void {
  outbox.flush();
  send([], end);
}

async function answerOf(
  store: Store,
  id: number,
  request: Request,
  signal: AbortSignal,
): Promise<unknown> {
  if (isUpkeep(request))
    return store.upkeep.answer(request, { signal, tell: (progress) => tell({ id, progress }) });
  const leave = store.upkeep.enter(request);
  try {
    return await store.answer(request, signal);
  } finally {
    leave();
  }
}

process.once('message', (message) => {
  openStore(Open.parse(message), () => tell({ busy: true })).then(
    (store) => {
      process.on('message', (messages) => {
        for (const message of Messages.parse(messages)) void answer(store, message);
      });
      send({ state: 'ready', notices: [...store.notices], begun: store.begun });
      return undefined;
    },
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      send({ state: 'refused', reason: error.message }, () => process.exit(0));
    },
  );
});
// Without its server it has no reason to stay. What was acknowledged is on disk.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of a terminal; the server ends this process when it has ended itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
