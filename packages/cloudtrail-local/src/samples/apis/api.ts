import { type JsonObject, member, text } from '@trailglass/record';
import type { Site } from '../cast/sites.ts';
import type { Draw } from '../random.ts';

/** What a request or an answer is made up from. */
export interface Occasion {
  readonly from: Draw;
  readonly site: Site;
  /** Epoch milliseconds, whole seconds. */
  readonly time: number;
  readonly requestId: string;
}

export interface Touched {
  readonly type?: string;
  readonly arn: string;
}

export interface Failure {
  /** A refused sign-in has a message and no code. */
  readonly code?: string | undefined;
  /** Some services write an error code and no message. */
  readonly message?: string | undefined;
}

/** A failure, and what was asked for when asking for the wrong thing is its cause. */
export interface Mishap extends Failure {
  readonly asked?: JsonObject;
}

/** What a call names, so that it is only made where there is one. */
export type Need =
  | 'instances'
  | 'functions'
  | 'services'
  | 'tables'
  | 'buckets'
  | 'databases'
  | 'secrets'
  | 'stacks';

/** One API as CloudTrail records it. */
export interface Api {
  readonly readOnly: boolean;
  readonly needs?: Need;
  /** Absent or undefined: `requestParameters` is null. */
  readonly request?: (on: Occasion) => JsonObject;
  /** Reads have none: `responseElements` is null. */
  readonly answer?: (on: Occasion, request: JsonObject) => JsonObject;
  /** `resources[]`, for the services that write it. */
  readonly touches?: (on: Occasion, request: JsonObject) => readonly Touched[];
  /** What now and then goes wrong with it in an ordinary week, and how often. */
  readonly mishap?: readonly [probability: number, (on: Occasion, request: JsonObject) => Mishap];
}

export const read = (request?: Api['request'], more: Partial<Api> = {}): Api => ({
  readOnly: true,
  ...(request && { request }),
  ...more,
});

export const write = (
  request: Api['request'],
  answer?: Api['answer'],
  more: Partial<Api> = {},
): Api => ({ readOnly: false, ...(request && { request }), ...(answer && { answer }), ...more });

/** A text that a request names. */
export const named = (request: JsonObject, key: string): string => text(member(request, key)) ?? '';

export const can = (api: Api, site: Site): boolean => !api.needs || site[api.needs].length > 0;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

/** `Nov 3, 2025, 4:05:09 PM`: how most services print a time inside an answer. */
export function longDate(ms: number): string {
  const at = new Date(ms);
  const hour = at.getUTCHours();
  const day = `${months[at.getUTCMonth()]} ${at.getUTCDate()}, ${at.getUTCFullYear()}`;
  const clock = `${hour % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return `${day}, ${clock} ${hour < 12 ? 'AM' : 'PM'}`;
}
