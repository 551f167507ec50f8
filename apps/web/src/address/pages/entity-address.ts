import { filterLimits } from '@trailglass/query';
import { arrival, type PageState } from '../page-state.ts';
import { buildPageState } from '../url.ts';
import { printSearch, type SearchParams } from '../search-params.ts';

/** What has a page of its own, and the field by which its events are found. */
export const entityFields = {
  user: 'username',
  principal: 'principalArn',
  role: 'role',
  key: 'accessKeyId',
  ip: 'sourceIPAddress',
  resource: 'resourceName',
} as const;
export type EntityKind = keyof typeof entityFields;

export interface Entity {
  readonly kind: EntityKind;
  readonly value: string;
}

const isKind = (kind: string | undefined): kind is EntityKind =>
  kind !== undefined && Object.hasOwn(entityFields, kind);

/** Undefined for an address that names nothing that can have a page. */
export function entityAt({ kind, value }: SearchParams): Entity | undefined {
  if (!isKind(kind) || value === undefined || value === '') return undefined;
  return value.length <= filterLimits.valueCharacters ? { kind, value } : undefined;
}

/** `/entity?kind=role&value=deploy`, with the time range and the scopes of the page before. */
export function entityPath(
  { kind, value }: Entity,
  { range, accounts, regions }: Pick<PageState, 'range' | 'accounts' | 'regions'> = arrival,
): string {
  const kept = buildPageState({ q: arrival.q, range, accounts, regions });
  return `/entity${printSearch({ kind, value, ...kept })}`;
}

/** What a shown value is, where it stands in a field that things have pages by. */
export function entityOf(subject: string, value: string): Entity | undefined {
  const kind = Object.entries(entityFields).find(([, field]) => field === subject)?.[0];
  return isKind(kind) ? entityAt({ kind, value }) : undefined;
}
