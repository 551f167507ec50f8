import { outcome } from '../sentence/call-outcome.ts';
import { type JsonObject, member, text } from '../json.ts';

/** What a denied call was about, by AWS's own account of the denial. */
export interface DeniedResource {
  /** As ARNs say it, in small letters without hyphens: user, networkacl. Empty where the ARN has none. */
  readonly type: string;
  readonly name: string;
}

const longest = 4096;

/**
 * A denied call has often no request parameters in its record; the error message names the resource nevertheless:
 * `… is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/bob because …`.
 */
export function deniedResource(record: JsonObject): DeniedResource | undefined {
  if (outcome(record).kind !== 'denied') return undefined;
  const message = text(member(record, 'errorMessage'))?.slice(0, longest) ?? '';
  const [, service, rest = ''] =
    / on resource: "?arn:[\w-]+:([\w-]+):[\w-]*:\d*:([^\s"*]+)"?(?:[\s,;]|$)/.exec(message) ?? [];
  if (service === 's3' && !rest.includes('/')) return { type: 'bucket', name: rest };
  const [, type = '', path] = /^([a-zA-Z-]+)[:/](.+)$/.exec(rest) ?? [];
  const name = path?.split('/').at(-1);
  return name === undefined || name === '' || service === 's3'
    ? undefined
    : { type: type.replaceAll('-', '').toLowerCase(), name };
}
