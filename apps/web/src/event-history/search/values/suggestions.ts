import type { EventRow } from '@trailglass/api';
import { catalogue, type Field, type FieldName } from '@trailglass/record';

export interface Suggestion {
  /** A catalogue field, or a path as the filter writes it. */
  readonly subject: string;
  readonly value: string;
  /** How many events have it: of the rows on the page, or of all that is read. Absent for values known without reading. */
  readonly count?: number;
}

/** Services whose events nearly every account has, for the first moments before any row has come. */
const services = [
  'autoscaling',
  'cloudformation',
  'cloudtrail',
  'config',
  'ec2',
  'ecr',
  'ecs',
  'eks',
  'elasticloadbalancing',
  'iam',
  'kms',
  'lambda',
  'logs',
  'monitoring',
  'rds',
  'route53',
  's3',
  'secretsmanager',
  'signin',
  'sns',
  'sqs',
  'ssm',
  'sts',
].map((name) => `${name}.amazonaws.com`);

const known: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  readOnly: ['false', 'true'],
  mfa: ['true', 'false'],
  managementEvent: ['true', 'false'],
  fromConsole: ['true'],
  eventSource: services,
  eventType: ['AwsApiCall', 'AwsConsoleSignIn', 'AwsServiceEvent', 'AwsConsoleAction'],
  identityType: [
    'IAMUser',
    'AssumedRole',
    'Root',
    'AWSService',
    'FederatedUser',
    'AWSAccount',
    'IdentityCenterUser',
    'WebIdentityUser',
    'SAMLUser',
  ],
};

/** Nobody asks for the whole of one of these: an id stands once, a message is a sentence in which a word is sought. */
const notOffered: ReadonlySet<FieldName> = new Set(['eventId', 'requestID', 'errorMessage']);

const MOST_ROWS = 5000;
const MOST_VALUES = 60;

/** Values to offer for each field: the most frequent among the newest rows, then those known beforehand. */
export function suggestionsFrom(rows: readonly EventRow[]): readonly Suggestion[] {
  const newest = rows.slice(0, MOST_ROWS);
  return catalogue
    .filter((field) => field.type !== 'time' && !notOffered.has(field.name))
    .flatMap((field) => suggestionsFor(field, newest));
}

function suggestionsFor(field: Field<FieldName>, rows: readonly EventRow[]): Suggestion[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[field.name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) counts.set(String(one), (counts.get(String(one)) ?? 0) + 1);
    }
  }
  const seen = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_VALUES)
    .map(([value, count]) => ({ subject: field.name, value, count }));
  const more = (known[field.name] ?? []).filter((value) => !counts.has(value));
  return [...seen, ...more.map((value) => ({ subject: field.name, value }))];
}
