import type { SessionNode } from '@trailglass/api';
import { type Entity, entityAt } from '../../address/pages/entity-address.ts';

interface Pages {
  /** Of the name that stands first. */
  readonly name: Entity | undefined;
  /** Of the role behind it, where that is another name. */
  readonly role: Entity | undefined;
}

/** The pages of who holds a key: a user's or a session's by its user name, and its role's. Services and accounts have none. */
export function holderPages({ kind, label, roleName, sessionName }: SessionNode['holder']): Pages {
  const role = roleName === undefined ? undefined : entityAt({ kind: 'role', value: roleName });
  if (roleName === label) return { name: role, role: undefined };
  const username = kind === 'user' || kind === 'root' ? label : sessionName;
  const name = username === label ? entityAt({ kind: 'user', value: username }) : undefined;
  return { name, role };
}
