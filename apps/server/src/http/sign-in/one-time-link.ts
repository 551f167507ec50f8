import { type Clock, monotonic } from './limit.ts';
import { digest, isSecret, newSecret } from './secret.ts';

export const linkLifeMs = 5 * 60_000;

/** The link that the terminal prints: one at a time, used once, kept here only as its digest. */
export class OneTimeLink {
  private current = { digest: digest(newSecret()), until: 0 };

  constructor(private readonly clock: Clock = monotonic) {}

  /** A new token; the one before is worthless from now on. */
  issue(): string {
    const token = newSecret();
    this.current = { digest: digest(token), until: this.clock() + linkLifeMs };
    return token;
  }

  /** True once for the current token within its life. */
  redeem(token: string): boolean {
    // Compared first and always, so that time says nothing about why it was refused.
    const same = isSecret(token, this.current.digest);
    const good = same && this.clock() < this.current.until;
    if (good) this.revoke();
    return good;
  }

  revoke(): void {
    this.current = { digest: digest(newSecret()), until: 0 };
  }
}
