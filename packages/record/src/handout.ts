import { type Json, at, type JsonObject, member, text } from './json.ts';

/** The calls whose answer is a key, and the path of its id in the record. */
const calls = new Map<string, 'temporary' | 'long-lived'>([
  ['AssumeRole', 'temporary'],
  ['AssumeRoleWithSAML', 'temporary'],
  ['AssumeRoleWithWebIdentity', 'temporary'],
  ['AssumeRoot', 'temporary'],
  ['GetSessionToken', 'temporary'],
  ['GetFederationToken', 'temporary'],
  ['GetCredentialsForIdentity', 'temporary'],
  ['GetRoleCredentials', 'temporary'],
  ['CreateAccessKey', 'long-lived'],
]);
export const handoutNames: readonly string[] = [...calls.keys()];
/** Where the new key stands, in the order in which it is looked for. */
export const handoutPaths: readonly (readonly string[])[] = [
  ['responseElements', 'credentials', 'accessKeyId'],
  ['responseElements', 'accessKey', 'accessKeyId'],
  ['responseElements', 'roleCredentials', 'accessKeyId'],
];

/** A key that a call gave to its caller. */
export interface Handout {
  readonly key: string;
  /** A long-lived key has no end and may be handed on; a temporary one has a session behind it. */
  readonly kind: 'temporary' | 'long-lived';
  /** The call, as the record names it. */
  readonly name: string;
  /** Whom the key makes its holder: a session's or a user's name. */
  readonly holder?: string | undefined;
  readonly roleName?: string | undefined;
  /** Of the role or the user, where the answer says. */
  readonly accountId?: string | undefined;
  /** As AWS wrote it. */
  readonly expires?: string | undefined;
}

/** The shape of a key id; longer ones than any that AWS has are no ids. */
export const isAccessKeyId = (value: string): boolean => /^\w{4,128}$/.test(value);

const arnParts = (arn: string | undefined) => {
  const [, , , , account, ...rest] = arn?.split(':') ?? [];
  const [kind, ...names] = rest.join(':').split('/');
  return { account: text(account), kind, names };
};

/** What the record's answer gave away; undefined for a call that was refused or gives none. */
export function handout(record: JsonObject): Handout | undefined {
  const name = text(member(record, 'eventName'));
  const kind = calls.get(name ?? '');
  if (name === undefined || kind === undefined || text(member(record, 'errorCode')))
    return undefined;
  const key = handoutPaths.map((path) => text(at(record, path))).find((one) => one !== undefined);
  if (key === undefined || !isAccessKeyId(key)) return undefined;
  const answer = member(record, 'responseElements');
  return { key, kind, name, ...holderOf(record, answer), expires: expiryOf(answer) };
}

function holderOf(
  record: JsonObject,
  answer: Json | undefined,
): Pick<Handout, 'holder' | 'roleName' | 'accountId'> {
  const role = arnParts(text(at(answer, ['assumedRoleUser', 'arn'])));
  if (role.kind === 'assumed-role')
    return {
      holder: text(role.names.at(-1)),
      roleName: text(role.names[0]),
      accountId: role.account,
    };
  const federated = arnParts(text(at(answer, ['federatedUser', 'arn'])));
  const own = text(at(record, ['userIdentity', 'accountId']));
  if (federated.kind === 'federated-user')
    return { holder: text(federated.names.join('/')), accountId: federated.account ?? own };
  const user = text(at(answer, ['accessKey', 'userName']));
  if (user !== undefined) return { holder: user, accountId: own };
  // A session token makes its caller the holder.
  return { holder: text(at(record, ['userIdentity', 'userName'])), accountId: own };
}

const expiryOf = (answer: Json | undefined): string | undefined =>
  text(at(answer, ['credentials', 'expiration']))?.slice(0, 64);
