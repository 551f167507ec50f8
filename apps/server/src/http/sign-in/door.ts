import { ProblemError, problem, type SignedIn } from '@trailglass/api';
import type { IncomingMessage } from 'node:http';
import { cookieName, readCookie } from './cookie.ts';
import { type Clock, monotonic, PerMinute } from './limit.ts';
import { OneTimeLink } from './one-time-link.ts';
import { type Halves, sessionLifeMs, Sessions } from './sessions.ts';

const howTo =
  'Open the link that the terminal of the server shows. A link works once and for five minutes; press Enter there for a new one.';

/** Who is signed in. Failed tries are counted by the real peer, whatever headers say. */
export class Door {
  readonly link: OneTimeLink;
  private readonly sessions: Sessions;
  private readonly failures: { readonly peer: PerMinute; readonly all: PerMinute };
  /** Wider than for links: an open tab of an ended session asks several times before it notices. */
  private readonly strangers: PerMinute;

  constructor(clock: Clock = monotonic) {
    this.link = new OneTimeLink(clock);
    this.sessions = new Sessions(clock);
    this.failures = { peer: new PerMinute(5, clock), all: new PerMinute(20, clock) };
    this.strangers = new PerMinute(120, clock);
  }

  /** @throws ProblemError unless the request carries both halves of one open session. */
  check(request: IncomingMessage, origin: string): void {
    const halves = halvesOf(request, origin);
    if (halves && this.sessions.isOpen(halves)) return;
    this.turnAway(request);
  }

  /** For what a browser fetches by itself. @throws ProblemError unless the cookie is of an open session */
  checkCookie(request: IncomingMessage, origin: string): void {
    const cookie = readCookie(request.headers.cookie, cookieName(origin));
    if (cookie && this.sessions.isCookieOpen(cookie)) return;
    this.turnAway(request);
  }

  private turnAway(request: IncomingMessage): never {
    const peer = peerOf(request);
    refuseAfter(this.strangers.wait(peer));
    this.strangers.count(peer);
    throw new ProblemError(problem('sign-in-needed', howTo));
  }

  /** Exchanges the link's token for a session. @throws ProblemError */
  enter(request: IncomingMessage, token: string): { cookie: string; answer: SignedIn } {
    const peer = peerOf(request);
    refuseAfter(Math.max(this.failures.peer.wait(peer), this.failures.all.wait('')));
    if (!this.link.redeem(token)) {
      this.failures.peer.count(peer);
      this.failures.all.count('');
      throw new ProblemError(
        problem('sign-in-needed', `This link was used already, has expired or never was. ${howTo}`),
      );
    }
    const { cookie, header } = this.sessions.start();
    const expires = new Date(Date.now() + sessionLifeMs).toISOString();
    return { cookie, answer: { session: header, expires } };
  }

  leave(request: IncomingMessage, origin: string): void {
    const halves = halvesOf(request, origin);
    if (halves) this.sessions.end(halves);
  }
}

function halvesOf(request: IncomingMessage, origin: string): Halves | undefined {
  const cookie = readCookie(request.headers.cookie, cookieName(origin));
  const header = request.headers['x-session'];
  return cookie && typeof header === 'string' && header ? { cookie, header } : undefined;
}

const peerOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';

function refuseAfter(waitMs: number): void {
  if (waitMs <= 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new ProblemError(
    problem(
      'too-many-requests',
      `Too many failed tries. The next one is possible in ${seconds} s.`,
      {
        retryAfterMs: Math.ceil(waitMs),
      },
    ),
  );
}
