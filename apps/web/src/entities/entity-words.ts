import type { EntityKind } from '../address/pages/entity-address.ts';

export const entityNames: Readonly<Record<EntityKind, string>> = {
  user: 'User',
  principal: 'Principal',
  role: 'Role',
  key: 'Access key',
  ip: 'Source IP address',
  resource: 'Resource',
};

export interface EntityList {
  readonly title: string;
  /** One of them. */
  readonly one: string;
  readonly by: readonly string[];
  readonly limit: number;
  /** What the time before has none of is told. At most four: a request has twelve groupings. */
  readonly news?: true;
}

const apis: EntityList = {
  title: 'APIs',
  one: 'API',
  by: ['eventName', 'eventSource'],
  limit: 15,
  news: true,
};
const list = (title: string, one: string, field: string, news?: true): EntityList => ({
  title,
  one,
  by: [field],
  limit: 10,
  ...(news && { news }),
});
const all = {
  regions: list('Regions', 'Region', 'awsRegion', true),
  errors: list('Errors by code', 'error code', 'errorCode'),
  agents: list('User agents', 'user agent', 'userAgent', true),
  ips: list('Source IP addresses', 'source IP address', 'sourceIPAddress', true),
  keys: list('Access keys', 'access key', 'accessKeyId'),
  principals: list('Principals', 'principal', 'principalArn'),
  users: list('Users', 'user', 'username'),
  roles: list('Roles', 'role', 'role'),
  resources: list('Resources', 'resource', 'resourceName'),
};

/** What is told of each, in order. */
export const entityLists: Readonly<Record<EntityKind, readonly EntityList[]>> = {
  user: [apis, all.errors, all.regions, all.agents, all.ips, all.keys, all.roles, all.resources],
  principal: [apis, all.errors, all.regions, all.agents, all.ips, all.keys, all.resources],
  role: [apis, all.errors, all.regions, all.agents, all.ips, all.users, all.keys, all.resources],
  key: [apis, all.errors, all.regions, all.agents, all.ips, all.principals, all.resources],
  ip: [apis, all.errors, all.regions, all.agents, all.principals, all.keys, all.resources],
  resource: [apis, all.errors, all.regions, all.agents, all.ips, all.principals, all.keys],
};
