import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import type { Moment } from '../events/timeline.ts';
import type { LookupRequest } from './lookup-request.ts';

/** Where the next page goes on: below this event, and not before the window that the first page froze. */
export interface Position {
  readonly below: Moment;
  /** Epoch milliseconds. */
  readonly from: number;
}

const positionSchema = z.object({
  asked: z.string(),
  below: z.object({ time: z.number(), id: z.string() }),
  from: z.number(),
});

/** NextToken: opaque, sealed, and good only with the parameters, account and Region of the page that made it. */
export class PageTokens {
  readonly #key = randomBytes(32);

  seal(scope: string, request: LookupRequest, position: Position): string {
    const body = Buffer.from(JSON.stringify({ asked: fingerprint(scope, request), ...position }));
    return Buffer.concat([this.#mark(body), body]).toString('base64');
  }

  open(scope: string, request: LookupRequest, token: string): Position {
    const bytes = Buffer.from(token, 'base64');
    const [mark, body] = [bytes.subarray(0, 16), bytes.subarray(16)];
    if (mark.length !== 16 || !timingSafeEqual(mark, this.#mark(body)))
      throw new AwsError('InvalidNextTokenException', 'The NextToken is not valid.');
    const { asked, below, from } = positionSchema.parse(JSON.parse(body.toString()));
    if (asked !== fingerprint(scope, request)) {
      throw new AwsError(
        'InvalidNextTokenException',
        'The NextToken was made for other request parameters.',
      );
    }
    return { below, from };
  }

  #mark(body: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(body).digest().subarray(0, 16);
  }
}

function fingerprint(scope: string, request: LookupRequest): string {
  const { attribute, start, end, insight, maxResults } = request;
  const asked = [scope, attribute?.key, attribute?.value, start, end, insight, maxResults];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64').slice(0, 16);
}
