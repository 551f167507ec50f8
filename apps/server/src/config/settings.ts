import { scope } from '@trailglass/api';
import { isRegion } from '@trailglass/record';
import { z } from 'zod';
import type { KeepReading } from './types.ts';
import { readBind } from './address.ts';
import { daysOf } from './keep.ts';

const port = z.coerce
  .number({ error: 'give a number from 0 to 65535' })
  .int('give a whole number')
  .min(0, 'give a number from 0 to 65535')
  .max(65_535, 'give a number from 0 to 65535');

const region = z.string().refine(isRegion, {
  error: (issue) => `${JSON.stringify(issue.input)} is not a Region; give codes such as eu-west-1`,
});
const regions = z
  .array(region)
  .min(1, 'give at least one Region')
  .transform((all) => [...new Set(all)]);

const url = (what: string): z.ZodType<string> =>
  z.string().refine(
    (text) => {
      const { protocol, username, password, search, hash } = URL.canParse(text)
        ? new URL(text)
        : new URL('none:');
      return (
        /^https?:$/.test(protocol) &&
        [username, password, search, hash].every((part) => part === '')
      );
    },
    { error: `${what} such as http://127.0.0.1:4599, without user, query or fragment` },
  );

const endpoint = url('give an address');
const publicOrigin = url('give an origin').refine(
  (text) => new URL(text).pathname === '/',
  'give an origin without a path',
);
const profiles = z.array(z.string().min(1, 'a profile name is empty'));
const dataDir = z.string().min(1, 'give a folder, or :memory: to keep nothing');
/** `all`, `none`, or scopes; on the command line a list whatever it says. */
const keepReading = z
  .union([z.string().transform((word) => [word]), z.array(z.string())])
  .transform((words, context): KeepReading => {
    const [word] = words;
    if (words.length === 1 && (word === 'all' || word === 'none')) return word;
    const wrong = words.find((text) => !scope.safeParse(text).success);
    if (words.length > 0 && wrong === undefined) return words;
    context.issues.push({
      code: 'custom',
      input: words,
      message: `${JSON.stringify(wrong ?? '')} is not a scope; give all, none, or account:region such as prod:eu-west-1`,
    });
    return z.NEVER;
  });
const keep = z.string().transform((text, context) => {
  const days = daysOf(text);
  if (days !== undefined) return days;
  context.issues.push({
    code: 'custom',
    input: text,
    message: `${JSON.stringify(text)} is no time to keep events; give at least a day, such as 90d, 8w or 2y`,
  });
  return z.NEVER;
});
const bind = z.string().transform((text, context) => {
  const address = readBind(text);
  if (address !== undefined) return address;
  context.issues.push({
    code: 'custom',
    input: text,
    message: `${JSON.stringify(text)} is not an IP address; leave it out for 127.0.0.1`,
  });
  return z.NEVER;
});

/** What flags and environment variables can say, each on its own. */
export const settings = {
  port,
  profile: profiles,
  regions,
  endpoint,
  dataDir,
  keepReading,
  keep,
  bind,
  publicOrigin: z.array(publicOrigin),
  allowRemote: z.boolean({ error: 'say true or false' }),
} as const;

const account = z.strictObject({
  /** Part of an address of the API, hence its alphabet. */
  name: z
    .string()
    .regex(/^[^:,\s]{1,128}$/, 'give 1 to 128 characters without space, colon or comma'),
  roleArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      'give a role ARN such as arn:aws:iam::123456789012:role/history',
    ),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, 'not an external ID as AWS accepts it')
    .optional(),
  profile: z.string().min(1, 'the profile name is empty').optional(),
});
export type AccountSetting = z.infer<typeof account>;

/** The configuration file, whole. */
export const configFile = z.strictObject({
  accounts: z.array(account).optional(),
  profiles: profiles.optional(),
  regions: regions.optional(),
  port: port.optional(),
  endpoint: endpoint.optional(),
  dataDir: dataDir.optional(),
  keepReading: keepReading.optional(),
  keep: keep.optional(),
});
export type ConfigFile = z.infer<typeof configFile>;

/** "accounts[0].roleArn: give a role ARN …": where, and what to do. */
export const issueLines = (error: z.ZodError): string[] =>
  error.issues.map(({ path, message }) => {
    const place = path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('');
    return [place.replace(/^\./, ''), message].filter(Boolean).join(': ');
  });
