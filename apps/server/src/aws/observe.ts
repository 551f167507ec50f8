import { member, text } from '@trailglass/record';

/** What is seen of one SDK call at the wire. */
export interface Observer {
  readonly onSent?: () => void;
  /** The Date header of the answer, whatever the answer. */
  readonly onDate: (date: string | undefined) => void;
}

type Next<A, R> = (args: A) => Promise<R>;
type Middleware = <A extends object, R extends { readonly response: unknown }>(
  next: Next<A, R>,
) => Next<A, R>;

/** Innermost in a command's middleware: after signing, right before the request is handed to the socket. */
export const observation = { step: 'deserialize', priority: 'low', name: 'trailglass' } as const;

export const observe =
  (observer: Observer): Middleware =>
  (next) =>
  async (args) => {
    observer.onSent?.();
    const result = await next(args);
    const { response } = result;
    if (typeof response === 'object' && response !== null && 'headers' in response)
      observer.onDate(text(member(response.headers, 'date')));
    return result;
  };
