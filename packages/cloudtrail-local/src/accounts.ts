import { readFileSync } from 'node:fs';
import { z } from 'zod';

const accountSchema = z.strictObject({
  id: z.string().regex(/^\d{12}$/, 'must be twelve digits'),
  name: z.string().min(1),
  accessKeyId: z.string().regex(/^\w{3,128}$/, 'must be 3 to 128 letters, digits or _'),
  secretAccessKey: z.string().min(1),
  /** `own`: it is served the loaded records whose recipientAccountId it is, and nobody else is. */
  records: z.literal('own').optional(),
  /** LookupEvents is denied in these Regions, or everywhere. */
  deny: z.union([z.literal(true), z.array(z.string())]).optional(),
  /** Its access key counts as expired. */
  expired: z.literal(true).optional(),
  /** The ARN of the user whose key it is. */
  user: z.string().startsWith('arn:').optional(),
  /** AssumeRole into this account must name it. */
  externalId: z.string().optional(),
});
const fileSchema = z
  .array(accountSchema)
  .min(1)
  .superRefine((accounts, context) => {
    for (const member of ['id', 'accessKeyId'] as const) {
      const seen = new Set<string>();
      for (const [index, account] of accounts.entries()) {
        if (seen.has(account[member]))
          context.addIssue({ code: 'custom', path: [index, member], message: 'is used twice' });
        seen.add(account[member]);
      }
    }
  });

export type AccountSettings = z.output<typeof accountSchema>;

export const soleAccount: AccountSettings = {
  id: '111122223333',
  name: 'local',
  accessKeyId: 'local',
  secretAccessKey: 'local',
};

/** Reads `--accounts FILE`; an error names the file and every member that is wrong. */
export function readAccounts(file: string): AccountSettings[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return parseAccounts(json, file);
}

export function parseAccounts(json: unknown, source: string): AccountSettings[] {
  const found = fileSchema.safeParse(json);
  if (found.success) return found.data;
  const wrong = found.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new Error(`${source} is not a list of accounts: ${wrong.join('; ')}`);
}
