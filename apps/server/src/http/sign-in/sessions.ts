import { type Clock, monotonic } from './limit.ts';
import { digest, isSecret, newSecret } from './secret.ts';

export const sessionLifeMs = 12 * 3_600_000;
export const mostSessions = 25;

/** The two halves of a session: a cookie, which other local ports see too, and a header, which only our page knows. */
export interface Halves {
  readonly cookie: string;
  readonly header: string;
}

/** Sessions of this process; a restart ends them all. */
export class Sessions {
  /** By the cookie's digest, oldest first. */
  private readonly open = new Map<string, { readonly header: Buffer; readonly until: number }>();

  constructor(private readonly clock: Clock = monotonic) {}

  /** Always new values: nothing a client brought along becomes a session. */
  start(): Halves {
    const halves = { cookie: newSecret(), header: newSecret() };
    const [oldest] = this.open.keys();
    if (oldest !== undefined && this.open.size >= mostSessions) this.open.delete(oldest);
    this.open.set(key(halves.cookie), {
      header: digest(halves.header),
      until: this.clock() + sessionLifeMs,
    });
    return halves;
  }

  /** Both halves, and of the same session. */
  isOpen({ cookie, header }: Halves): boolean {
    const found = this.open.get(key(cookie));
    const same = isSecret(header, found?.header ?? digest(''));
    if (found && this.clock() >= found.until) this.open.delete(key(cookie));
    return found !== undefined && same && this.clock() < found.until;
  }

  /** The half that a browser sends by itself; alone it is worth a ticket's file, nothing more. */
  isCookieOpen(cookie: string): boolean {
    const found = this.open.get(key(cookie));
    return found !== undefined && this.clock() < found.until;
  }

  end({ cookie }: Halves): void {
    this.open.delete(key(cookie));
  }
}

const key = (cookie: string): string => digest(cookie).toString('base64');
