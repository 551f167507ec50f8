import fc from 'fast-check';
import { NOW } from './records.ts';

export const OTHER = '444455556666';
export const REGIONS = ['eu-west-1', 'us-east-1'] as const;

/** What attackers write, and what programs get wrong. */
const nasty = [
  '=HYPERLINK("http://x","y")',
  "'=1+1",
  "''@SUM(A1)",
  '+1',
  '-2',
  '@x',
  '\t=1',
  '\r=1',
  '\0=1',
  '＝1',
  'a,b;"c"\r\nd\u2028e\u2029f',
  '\u0000\u0001\u001B[31m\u007F\u0085',
  '\u202Eevil\u200B\uFEFF',
  '\uD800 half \uDC00',
  'Zürich 東京 👩‍💻 e\u0301',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}',
  '{"Records":[{"eventID":"inner"}]}',
  ']}\n{"Records":[',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  'null',
  'NULL',
  '',
  ' ',
  "'; DROP TABLE events; --",
] as const;

const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** JSON texts of numbers: beyond 2^53, beyond a double, and one value written in several ways. */
const number = fc.constantFrom('9007199254740993', '-0', '1.10', '1E+2', '1e400', '0.1e-7', '3');

const name = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', 'Records', 'eventID', ''),
  text,
);

/** JSON texts, as JSON.parse would lose some of them. */
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      text.map((one) => JSON.stringify(one)),
      number,
      fc.constantFrom('null', 'true', 'false', '[]', '{}'),
    ),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' , ')}]`),
    fc
      .array(fc.tuple(name, tie('value')), { maxLength: 3 })
      .map((members) => `{${members.map(([key, of]) => `${JSON.stringify(key)}: ${of}`).join()}}`),
  ),
}));

const member = (key: string, of: fc.Arbitrary<string>) =>
  fc
    .option(fc.oneof({ weight: 4, arbitrary: of }, value), { nil: undefined })
    .map((json): readonly [string, string | undefined] => [key, json]);
const quoted = text.map((one) => JSON.stringify(one));
const flag = fc.constantFrom('true', 'false', '"true"', 'null');

const identity = fc
  .tuple(
    member('type', fc.constantFrom('"IAMUser"', '"AssumedRole"', '"Root"', '"AWSService"')),
    member('userName', quoted),
    member('principalId', quoted),
    member('arn', quoted),
    member('accessKeyId', quoted),
    member('sessionContext', value),
  )
  .map(objectOf);

/** Everything but the id, the time and the Region, without which LookupEvents lists nothing, may be missing or odd. */
const members = fc.tuple(
  member('eventName', quoted),
  member('eventSource', quoted),
  member('userIdentity', identity),
  member('sourceIPAddress', quoted),
  member('userAgent', quoted),
  member('errorCode', quoted),
  member('requestID', quoted),
  member('readOnly', flag),
  member('managementEvent', flag),
  member('eventType', quoted),
  member('eventCategory', fc.constant('"Management"')),
  member(
    'resources',
    fc.array(resourceText(), { maxLength: 3 }).map((all) => `[${all.join()}]`),
  ),
  member('requestParameters', value),
  member('responseElements', value),
  fc.tuple(name.filter(isFree), value),
);

/** Records as texts, each with an id of its own, newest first, a few in one second. */
export const hostileRecords = fc
  .array(fc.tuple(members, fc.constantFrom(...REGIONS), fc.boolean()), {
    minLength: 60,
    maxLength: 60,
  })
  .map((all) =>
    all.map(([parts, region, others], n) =>
      objectOf([
        ['eventID', JSON.stringify(`=id-${String(n).padStart(3, '0')}`)],
        [
          'eventTime',
          JSON.stringify(new Date(NOW - (60 + Math.floor(n / 3)) * 1000).toISOString()),
        ],
        ['awsRegion', JSON.stringify(region)],
        ...(others ? ([['recipientAccountId', `"${OTHER}"`]] as const) : []),
        ...parts,
      ]),
    ),
  );

function objectOf(all: readonly (readonly [string, string | undefined])[]): string {
  const written = all.filter(([, json]) => json !== undefined);
  return `{${written.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(', ')}}`;
}

function resourceText(): fc.Arbitrary<string> {
  return fc
    .tuple(member('ARN', quoted), member('type', quoted), member('accountId', quoted))
    .map(objectOf);
}

/** It does not say again what decides where and when the event is listed, and does not look like a whole log file. */
function isFree(key: string): boolean {
  return !['eventID', 'eventTime', 'awsRegion', 'recipientAccountId', 'Records', 'Events'].includes(
    key,
  );
}
