import { outcome } from '../sentence/call-outcome.ts';
import { type JsonObject, member, text } from '../json.ts';

/** The kinds of policy that AWS names in a denial. */
export type PolicyKind =
  | 'identity-based policy'
  | 'resource-based policy'
  | 'service control policy'
  | 'resource control policy'
  | 'permissions boundary'
  | 'session policy'
  | 'VPC endpoint policy'
  | 'role trust policy';

/** A denied call as AWS's own message tells it; what the message does not say is absent. */
export interface Denial {
  /** Who called, mostly an ARN. */
  readonly principal: string;
  /** iam:CreateUser */
  readonly action: string;
  readonly resource?: string | undefined;
  /**
   * What denied it. `explicit`: a statement with Deny; else no statement that allows it. AWS names one kind even if
   * there are several.
   */
  readonly by?:
    | { readonly policy: PolicyKind; readonly explicit: boolean; readonly arn?: string | undefined }
    | undefined;
}

/** Longer than any that AWS writes. */
const longest = 8192;

const kinds: readonly PolicyKind[] = [
  'identity-based policy',
  'resource-based policy',
  'service control policy',
  'resource control policy',
  'permissions boundary',
  'session policy',
  'VPC endpoint policy',
  'role trust policy',
];
const named = kinds.join('|');

const said = /^User: (\S+) is not authorized to perform: ([\w-]+:\w+)(?=[\s,.;]|$)/;
const about = /^ on resource: (?:"([^"\s]+)"|([^\s"]+?))(?=[.,;]?(?:\s|$))/;
const explicitly = new RegExp(
  `^ with an explicit deny in (?:an?|the) (${named})(?:: (arn:[^\\s"]+?))?(?=[.,;]?(?:\\s|$))`,
);
const implicitly = new RegExp(
  `^ because no (${named}) allows the ([\\w-]+:\\w+) action(?=[.,;]?(?:\\s|$))`,
);

/**
 * Reads the formats of the IAM user guide ("Troubleshoot access denied error messages"):
 * `User: … is not authorized to perform: … on resource: … with an explicit deny in a … policy` or
 * `… because no … policy allows the … action`. Undefined for every other message: nothing is guessed.
 */
export function denial(record: JsonObject): Denial | undefined {
  if (outcome(record).kind !== 'denied') return undefined;
  return readDenial(text(member(record, 'errorMessage')) ?? '');
}

export function readDenial(message: string): Denial | undefined {
  const line = message.slice(0, longest).replaceAll(/\s+/g, ' ').trim();
  const [start, principal, action] = said.exec(line) ?? [];
  if (start === undefined || principal === undefined || action === undefined) return undefined;
  const rest = line.slice(start.length);
  const [on = '', quoted, bare] = about.exec(rest) ?? [];
  const reason = rest.slice(on.length);
  const resource = quoted ?? bare;
  const by = reasonOf(reason, action);
  return { principal, action, ...(resource !== undefined && { resource }), ...(by && { by }) };
}

function reasonOf(reason: string, action: string): Denial['by'] {
  const [, denied, arn] = explicitly.exec(reason) ?? [];
  if (denied !== undefined)
    return { policy: denied as PolicyKind, explicit: true, ...(arn !== undefined && { arn }) };
  const [, missing, wanted] = implicitly.exec(reason) ?? [];
  // A message that speaks of another action does not tell why this one was denied.
  if (missing === undefined || wanted !== action) return undefined;
  return { policy: missing as PolicyKind, explicit: false };
}
