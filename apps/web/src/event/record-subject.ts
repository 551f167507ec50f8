import { filterLimits, subjectText } from '@trailglass/query';
import { type FieldName, fieldNamed } from '@trailglass/record';

/** Where a catalogue field reads just this path: AWS or an index may answer the field, never the path. */
const fields: ReadonlyMap<string, FieldName> = new Map([
  ['sessionCredentialFromConsole', 'fromConsole'],
  ['tlsDetails.tlsVersion', 'tlsVersion'],
  ['userIdentity.accessKeyId', 'accessKeyId'],
  ['userIdentity.arn', 'principalArn'],
  ['userIdentity.invokedBy', 'invokedBy'],
  ['userIdentity.principalId', 'principalId'],
  ['userIdentity.sessionContext.attributes.mfaAuthenticated', 'mfa'],
  ['userIdentity.sessionContext.sourceIdentity', 'sourceIdentity'],
  ['userIdentity.type', 'identityType'],
]);

/** What filters and columns call a path into the record: `accessKeyId`, `requestParameters."a.b"`. */
export function recordSubject(path: readonly string[]): string | undefined {
  const [first, ...rest] = path;
  if (first === undefined || path.length > filterLimits.depth || path.includes(''))
    return undefined;
  const known = fields.get(path.join('.'));
  if (known) return known;
  const own = rest.length === 0 ? fieldNamed(first) : undefined;
  if (own && own.name.toLowerCase() === first.toLowerCase()) return own.name;
  return subjectText({ kind: 'path', path });
}
