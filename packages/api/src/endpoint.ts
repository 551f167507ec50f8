import type { z } from 'zod';
import type { ProblemType } from './problem.ts';

/** One endpoint is one value: the server registers it, the client calls it, OpenAPI is printed from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Express syntax: /api/events/:account/:region/:eventId */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON, or one JSON value a line when `stream`. */
  readonly answer: z.ZodType;
  readonly stream?: boolean;
  readonly problems: readonly ProblemType[];
  /** Answered without a session. */
  readonly open?: boolean;
}
export const endpoint = <const E extends Endpoint>(value: E): E => value;
