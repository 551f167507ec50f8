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

/** The SDK gives each call a name of its own. Asynchronous context would do, at the cost of every promise there is. */
const CALL = 'amz-sdk-invocation-id';
const onSentOf = new Map<unknown, () => void>();

// The SDK does not say when a request went out. A new connection takes several times the way there before it does.
subscribe('http.client.request.start', (message) => {
  const request = member(message, 'request');
  const onSent = request instanceof ClientRequest && onSentOf.get(request.getHeader(CALL));
  if (onSent) request.once('finish', onSent);
});

export const observe =
  ({ onSent, onAnswer }: Observer): Middleware =>
  (next) =>
  async (args) => {
    const call = member(member(member(args, 'request'), 'headers'), CALL);
    if (onSent && call !== undefined) onSentOf.set(call, onSent);
    try {
      const result = await next(args);
      const { response } = result;
      if (typeof response === 'object' && response !== null && 'headers' in response)
        onAnswer(text(member(response.headers, 'date')));
      return result;
    } finally {
      onSentOf.delete(call);
    }
  };
