import { joined, type Sql, sql } from '@trailglass/query';
import type { Who } from '../../protocol/novelty.ts';
import { separated } from '../../statements/statement.ts';

const arn = sql`principal_arn`;
const session: Sql = sql`regexp_extract(${arn}, '^arn:[^:]*:sts::[^:]*:assumed-role/.*/([^/]+)$', 1)`;

/** Long numbers, hexadecimal digits, UUIDs: what software calls sessions that nobody will see again. */
const byMachine = (name: Sql): Sql => sql`regexp_matches(${name}, '[0-9]{5}|[0-9a-f]{8}')`;
const isOneOfMany = sql`coalesce(${byMachine(session)}, FALSE)`;

/** An AWS service, by its own name or in a role that is linked to it, does what it does. */
const isService = sql`(identity_type = 'AWSService' OR coalesce(starts_with(role, 'AWSServiceRoleFor'), FALSE)
  OR (${arn} IS NULL AND invoked_by IS NOT NULL))`;

/** Strangers: a user, a role, one of an identity provider. Other ids are made anew for each session. */
const id = sql`principal_id`;
const hasRoleId = sql`coalesce(regexp_matches(${id}, '^AROA[A-Z0-9]+:'), FALSE)`;
const hasId = sql`coalesce(regexp_matches(${id}, '^(AIDA|arn:)'), FALSE)`;

/** Who did it, see {@link Who}; NULL for what is not marked. */
export const whoKind: Sql = sql`CASE WHEN coalesce(${isService}, FALSE) THEN NULL
  WHEN ${isOneOfMany} THEN 'sessions' WHEN ${arn} IS NOT NULL THEN 'arn'
  WHEN ${hasRoleId} THEN 'id-sessions' WHEN ${hasId} THEN 'id' END`;

export const whoValue: Sql = sql`CASE WHEN ${isOneOfMany} THEN regexp_replace(${arn}, '[^/]*$', '')
  WHEN ${arn} IS NULL AND ${hasRoleId} THEN regexp_extract(${id}, '^[^:]*:') ELSE coalesce(${arn}, ${id}) END`;

/** The events of these, and who did each as {@link keyOf} says it: quick to find, as they are compared and not worked out. */
export function doneBy(all: readonly Who[]): { readonly where: Sql; readonly who: Sql } {
  const some = (kind: Who['kind']): Sql[] =>
    [...new Set(all.flatMap((one) => (one.kind === kind ? [one.value] : [])))].map(
      (value) => sql`${value}`,
    );
  const [arns, ids] = [some('arn'), some('id')];
  const groups = [
    ...some('sessions').map((role) => ({
      role,
      kind: 'sessions ',
      holds: sql`(starts_with(${arn}, ${role}) AND ${byMachine(sql`substr(${arn}, length(${role}) + 1)`)})`,
    })),
    ...some('id-sessions').map((role) => ({
      role,
      kind: 'id-sessions ',
      holds: sql`(${arn} IS NULL AND starts_with(${id}, ${role}))`,
    })),
  ];
  const where = joined(
    [
      ...(arns.length > 0 ? [sql`${arn} IN (${separated(arns)})`] : []),
      ...(ids.length > 0 ? [sql`(${arn} IS NULL AND ${id} IN (${separated(ids)}))`] : []),
      ...groups.map(({ holds }) => holds),
    ],
    'OR',
  );
  const ofGroups = groups.map(
    ({ role, kind, holds }) => sql`WHEN ${holds} THEN ${kind} || ${role}`,
  );
  const who = sql`CASE ${separated(ofGroups, ' ')} WHEN ${arn} IS NULL THEN 'id ' || ${id} ELSE 'arn ' || ${arn} END`;
  return { where, who };
}
export const keyOf = ({ kind, value }: Who): string => `${kind} ${value}`;

export const apiOf: Sql = sql`event_source || ':' || event_name`;

/** The first three groups of an address with its `::` written out; what is no address has fewer. */
const groups = (address: Sql): Sql => {
  const half = (n: 1 | 2): Sql => {
    const part: Sql = { sql: `string_split(${address.sql}, '::')[${n}]`, params: [] };
    return sql`CASE WHEN coalesce(${part}, '') = '' THEN CAST([] AS VARCHAR[]) ELSE string_split(${part}, ':') END`;
  };
  const zeros = sql`list_transform(range(greatest(0, 8 - len(${half(1)}) - len(${half(2)}))), lambda z: '0')`;
  return sql`list_transform(list_concat(${half(1)}, CASE WHEN contains(${address}, '::') THEN ${zeros} ELSE CAST([] AS VARCHAR[]) END, ${half(2)})[1:3],
    lambda g: coalesce(nullif(ltrim(lower(g), '0'), ''), '0'))`;
};

/** Where an address belongs: its /24 or /48. A service stands there by its name. */
export const networkOf = (address: Sql): Sql => sql`CASE
  WHEN regexp_full_match(${address}, '[0-9]{1,3}([.][0-9]{1,3}){3}')
    THEN regexp_extract(${address}, '^(.*)[.][0-9]+$', 1) || '.0/24'
  WHEN regexp_full_match(${address}, '[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*')
    THEN array_to_string(${groups(address)}, ':') || '::/48'
  ELSE nullif(${address}, '') END`;

const browsers = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['Macintosh', 'macOS'],
  ['Linux', 'Linux'],
] as const;
const oneOf = (
  agent: Sql,
  names: readonly (readonly [string, string])[],
  otherwise: string,
): Sql => {
  const cases = names.map(([sign, name]) => sql`WHEN contains(${agent}, ${sign}) THEN ${name}`);
  const all: Sql = {
    sql: cases.map((one) => one.sql).join(' '),
    params: cases.flatMap((one) => one.params),
  };
  return sql`CASE ${all} ELSE ${otherwise} END`;
};

/** What kind of software it was, of any version: a browser on a system, or the first name that an agent gives itself. */
export const agentOf = (agent: Sql): Sql => {
  const bare = sql`regexp_replace(${agent}, '^[[ ]*((APN|HashiCorp)/[^ ]* )*', '')`;
  return sql`CASE WHEN contains(${agent}, 'Mozilla/')
      THEN ${oneOf(agent, browsers, 'a browser')} || ' on ' || ${oneOf(agent, systems, 'another system')}
    WHEN contains(${bare}, '/') THEN nullif(left(regexp_extract(${bare}, '^[^/ ]*'), 80), '')
    ELSE nullif(left(${bare}, 80), '') END`;
};
