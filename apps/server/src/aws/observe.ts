import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { member, text } from '@trailglass/record';

/** What is seen of one SDK call at the wire. */
export interface Observer {
  /** The whole request was handed to the system: connected, encrypted, written. */
  readonly onSent?: () => void;
  /** The answer has begun; its Date header, whatever the answer. */
  readonly onAnswer: (date: string | undefined) => void;
}

type Next<A, R> = (args: A) => Promise<R>;
type Middleware = <A extends object, R extends { readonly response: unknown }>(
  next: Next<A, R>,
) => Next<A, R>;

/** Innermost in a command's middleware: after signing, right before the request is handed to the socket. */
export const observation = { step: 'deserialize', priority: 'low', name: 'trailglass' } as const;

const observers = new AsyncLocalStorage<Observer>();

// The SDK does not say when a request went out. A new connection takes several times the way there before it does.
subscribe('http.client.request.start', (message) => {
  const request = member(message, 'request');
  const observer = observers.getStore();
  if (observer?.onSent && request instanceof ClientRequest) request.once('finish', observer.onSent);
});

export const observe =
  (observer: Observer): Middleware =>
  (next) =>
  async (args) => {
    const result = await observers.run(observer, () => next(args));
    const { response } = result;
    if (typeof response === 'object' && response !== null && 'headers' in response)
      observer.onAnswer(text(member(response.headers, 'date')));
    return result;
  };
