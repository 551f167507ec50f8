import type { SessionNode } from '@trailglass/api';

const kinds = new Map([
  ['root', 'Root user'],
  ['user', 'IAM user'],
  ['session', 'Role session'],
  ['role', 'Role'],
  ['federated', 'Federated user'],
  ['account', 'Another account'],
  ['service', 'AWS service'],
  ['identity-center', 'Identity Center user'],
  ['saml', 'Signed in with SAML'],
  ['web-identity', 'Web identity'],
  ['directory', 'Directory user'],
]);

/** What stands behind the name: the kind of caller, its role, its account. */
export function holderDetails(
  { kind, label, roleName, account }: SessionNode['holder'],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const role = roleName === undefined || roleName === label ? undefined : `role ${roleName}`;
  const name = account === undefined ? undefined : names.get(account);
  const place =
    account === undefined ? undefined : name && name !== account ? `${name} (${account})` : account;
  return [kinds.get(kind) ?? 'Caller', role, place].filter((one) => one !== undefined);
}

/** An IAM user may be a person or a program; who signed in somewhere is a person. */
export const personBadge = ({ holder }: SessionNode): string =>
  holder.kind === 'user' ? 'First user' : 'First person';

/** What the key was used from, in the order in which the addresses came; a new one may be a stranger's. */
export function sourcesText(
  { sources, addresses }: SessionNode,
  timeOf: (iso: string) => string,
): string {
  const [first, second, ...others] = [...sources].sort((a, b) =>
    a.first < b.first ? -1 : Number(a.first > b.first),
  );
  if (first === undefined || second === undefined) return first?.address ?? '';
  const then = `${first.address}, then from ${second.address} (first at ${timeOf(second.first)})`;
  const more = Math.max(others.length, addresses - 2);
  return more > 0 ? `${then} and ${more} more` : then;
}
