import type { z } from 'zod';
import { type About, aboutEndpoints } from './about.ts';
import { type Archive, archiveEndpoints } from './archive.ts';
import { printColumns } from './columns.ts';
import type { Endpoint } from './endpoint.ts';
import { eventEndpoints } from './event-endpoints.ts';
import type { Frame, WholeEvent } from './events.ts';
import { type Coverage, type Facets, figureEndpoints, type Histogram } from './figures.ts';
import { Problem, problem } from './problem.ts';
import { sessionEndpoints, type SignedIn } from './session.ts';

/** A request that did not succeed, as the problem document that explains it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

export interface Search {
  readonly q: string;
  readonly from: string;
  readonly to: string;
  readonly scopes: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
  /** Dotted paths whose values the rows shall carry. */
  readonly columns?: readonly string[];
}

/** Which events a figure is about. */
export type Asked = Pick<Search, 'q' | 'from' | 'to' | 'scopes'>;
const asked = ({ q, from, to, scopes }: Asked): Record<string, string> => ({
  q,
  from,
  to,
  scope: scopes.join(','),
});

/** What a request needs, each part as its schema takes it; lists in a query are written with commas, as in `scope`. */
export interface Input<E extends Endpoint> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: E['body'] extends z.ZodType ? z.input<E['body']> : unknown;
}

/** Every answer is parsed; every failure is a ProblemError; an abort stays an abort. */
export class Client {
  /** @param headers added to each request: the session's second half. */
  constructor(
    private readonly base: string,
    private readonly headers: () => Record<string, string> = () => ({}),
    private readonly fetcher: typeof fetch = (...args) => fetch(...args),
  ) {}

  private async request(path: string, init: RequestInit = {}): Promise<Response> {
    const contentType = init.body ? { 'content-type': 'application/json' } : undefined;
    let response: Response;
    try {
      response = await this.fetcher(this.base + path, {
        ...init,
        headers: { 'x-requested-by': 'trailglass', ...this.headers(), ...contentType },
      });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ProblemError({
        ...problem('unreachable', 'If it was stopped, start it again with npm start.'),
        title: 'The Trailglass server does not answer',
      });
    }
    if (response.ok) return response;
    const parsed = Problem.safeParse(await response.json().catch(() => undefined));
    throw new ProblemError(
      parsed.success
        ? parsed.data
        : problem('internal', `The server answered with status ${response.status}.`),
    );
  }

  about(options: { check?: boolean; signal?: AbortSignal } = {}): Promise<About> {
    const query = options.check ? { check: true } : {};
    return this.call(aboutEndpoints.about, { query }, options.signal);
  }

  event(
    { time, ...params }: { account: string; region: string; eventId: string; time?: string },
    signal?: AbortSignal,
  ): Promise<WholeEvent> {
    return this.call(eventEndpoints.event, { params, query: { time } }, signal);
  }

  /** Frames as they arrive; leaving the loop or aborting the signal cancels the search on the server. */
  events(
    { limit, cursor, columns = [], ...about }: Search,
    signal?: AbortSignal,
  ): AsyncGenerator<Frame> {
    const query = { ...asked(about), limit, cursor, columns: printColumns(columns) };
    return this.stream(eventEndpoints.events, { query }, signal);
  }

  histogram(about: Asked, buckets: number, signal?: AbortSignal): Promise<Histogram> {
    return this.call(figureEndpoints.histogram, { query: { ...asked(about), buckets } }, signal);
  }

  /** @param options `search`: only values that contain it; `limit`: values for each field */
  facets(
    about: Asked,
    fields: readonly string[],
    options: { readonly search?: string; readonly limit?: number } = {},
    signal?: AbortSignal,
  ): Promise<Facets> {
    const query = { ...asked(about), fields: fields.join(','), ...options };
    return this.call(figureEndpoints.facets, { query }, signal);
  }

  coverage(about: Asked, signal?: AbortSignal): Promise<Coverage> {
    return this.call(figureEndpoints.coverage, { query: asked(about) }, signal);
  }

  archive(signal?: AbortSignal): Promise<Archive> {
    return this.call(archiveEndpoints.archive, {}, signal);
  }

  signIn(token: string): Promise<SignedIn> {
    return this.call(sessionEndpoints.signIn, { body: { token } });
  }

  async signOut(): Promise<void> {
    await this.call(sessionEndpoints.signOut, {});
  }

  /** Any endpoint by its contract's value; path parameters are filled in, the rest is its query or its body. */
  async call<const E extends Endpoint>(
    endpoint: E,
    input: Input<E>,
    signal?: AbortSignal,
  ): Promise<z.output<E['answer']>> {
    const response = await this.send(endpoint, input, signal);
    return endpoint.answer.parse(await response.json()) as z.output<E['answer']>;
  }

  /** The same for one that streams; leaving the loop ends it on the server. */
  async *stream<const E extends Endpoint & { readonly stream: true }>(
    endpoint: E,
    input: Input<E>,
    signal?: AbortSignal,
  ): AsyncGenerator<z.output<E['answer']>> {
    const response = await this.send(endpoint, input, signal);
    for await (const line of lines(response.body))
      yield endpoint.answer.parse(JSON.parse(line)) as z.output<E['answer']>;
  }

  private send(
    { method, path }: Endpoint,
    { params = {}, query = {}, body }: Input<Endpoint>,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const filled = path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(params[name])),
    );
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) search.set(name, String(value));
    const asked = search.size === 0 ? '' : `?${search}`;
    return this.request(`${filled}${asked}`, {
      method,
      signal: signal ?? null,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

async function* lines(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const parts = rest.split('\n');
      rest = parts.pop() ?? '';
      yield* parts.filter((line) => line !== '');
      if (done) break;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
