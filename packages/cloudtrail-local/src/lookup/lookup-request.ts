import type { LookupAttributeKey } from '@trailglass/record';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';

export interface LookupRequest {
  readonly attribute: { readonly key: LookupAttributeKey; readonly value: string } | undefined;
  /** Epoch milliseconds, inclusive; undefined where the client left it open. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly insight: boolean;
  readonly maxResults: number;
  readonly nextToken: string | undefined;
}

// JSON services read null as absent.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);
const bodySchema = z.object({
  LookupAttributes: optional(
    z.array(z.object({ AttributeKey: optional(z.string()), AttributeValue: optional(z.string()) })),
  ),
  StartTime: optional(z.number()),
  EndTime: optional(z.number()),
  EventCategory: optional(z.string()),
  MaxResults: optional(z.int()),
  NextToken: optional(z.string()),
});
type Body = z.output<typeof bodySchema>;

const keys: readonly LookupAttributeKey[] = [
  'AccessKeyId',
  'EventId',
  'EventName',
  'EventSource',
  'ReadOnly',
  'ResourceName',
  'ResourceType',
  'Username',
];
const insightKeys = new Set<LookupAttributeKey>(['EventId', 'EventName', 'EventSource']);

/** Reads and checks the body of LookupEvents. `strict` refuses two attributes, where AWS uses the first. */
export function parseLookup(text: string, strict: boolean): LookupRequest {
  const body = readBody(text);
  const insight = category(body.EventCategory);
  const attribute = lookupAttribute(body.LookupAttributes ?? [], insight, strict);
  const maxResults = body.MaxResults ?? 50;
  if (maxResults < 1 || maxResults > 50) {
    throw new AwsError(
      'InvalidMaxResultsException',
      `MaxResults must be between 1 and 50, not ${maxResults}.`,
    );
  }
  const [start, end] = [milliseconds(body.StartTime), milliseconds(body.EndTime)];
  if (start !== undefined && end !== undefined && start > end) {
    throw new AwsError('InvalidTimeRangeException', 'StartTime must not be later than EndTime.');
  }
  return { attribute, start, end, insight, maxResults, nextToken: body.NextToken };
}

function readBody(text: string): Body {
  const serialization = (message: string) => new AwsError('SerializationException', message);
  let json: unknown;
  try {
    json = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw serialization('The request body is not JSON.');
  }
  const found = bodySchema.safeParse(json);
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  throw serialization(`${issue?.path.join('.') || 'The request body'}: ${issue?.message ?? ''}`);
}

function category(value: string | undefined): boolean {
  if (value === undefined || value === 'insight') return value === 'insight';
  throw new AwsError(
    'InvalidEventCategoryException',
    `EventCategory must be insight or absent, not ${value}.`,
  );
}

function lookupAttribute(
  items: NonNullable<Body['LookupAttributes']>,
  insight: boolean,
  strict: boolean,
): LookupRequest['attribute'] {
  const invalid = (message: string) => new AwsError('InvalidLookupAttributesException', message);
  if (strict && items.length > 1) throw invalid('Only one lookup attribute is allowed.');
  const checked = items.map(({ AttributeKey, AttributeValue: value }) => {
    const key = keys.find((known) => known === AttributeKey);
    if (!key) throw invalid(`Unknown lookup attribute key: ${AttributeKey ?? 'none given'}.`);
    if (insight && !insightKeys.has(key))
      throw invalid(`Insights events have no lookup attribute ${key}.`);
    if (value === undefined || value === '') throw invalid(`${key} has no value.`);
    if (countedLength(value) > 2000)
      throw invalid(`The value of ${key} is longer than 2000 characters.`);
    return { key, value };
  });
  // Seen on live accounts: the first attribute counts, the others are ignored without a word.
  return checked[0];
}

/** `_`, space, comma and newline count as two characters (API reference, LookupAttribute). */
const countedLength = (value: string): number =>
  value.length + (value.match(/[_ ,\n]/g)?.length ?? 0);

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : Math.round(seconds * 1000);
