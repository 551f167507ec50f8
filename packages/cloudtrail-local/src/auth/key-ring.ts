import { randomBytes } from 'node:crypto';
import type { Principal, Session } from './principal.ts';

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly principal: Principal;
  /** Treated as a session whose time is over. */
  readonly expired?: boolean | undefined;
}
export type SessionKey = AccessKey & { readonly principal: { readonly session: Session } };

/** The access keys that the endpoint accepts: the configured ones, and those that AssumeRole handed out. */
export class KeyRing {
  readonly #keys = new Map<string, AccessKey>();

  add(key: AccessKey): void {
    this.#keys.set(key.accessKeyId, key);
  }

  find(accessKeyId: string): AccessKey | undefined {
    return this.#keys.get(accessKeyId);
  }

  /** A new temporary key. Keys that expired over a day ago are forgotten, so long runs stay small. */
  mint(principal: Principal, session: Omit<Session, 'token'>, now: number): SessionKey {
    for (const [id, { principal }] of this.#keys) {
      if (principal.session && principal.session.expires < now - 86_400_000) this.#keys.delete(id);
    }
    const token = randomBytes(192).toString('base64');
    const key = {
      accessKeyId: `ASIA${base32(16)}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      principal: { ...principal, session: { ...session, token } },
    };
    this.add(key);
    return key;
  }
}

const base32 = (length: number): string =>
  Array.from(randomBytes(length), (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('');
