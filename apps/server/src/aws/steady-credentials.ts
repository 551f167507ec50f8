import type { Credentials } from './credentials.types.ts';
import type { CredentialSource } from './credential-source.ts';

/** Renewed this long before they end. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A source that failed, or whose new credentials end as soon as the old, is not asked again sooner. */
const ASK_AGAIN_MS = 5_000;
/** Less than a call may take, so that it is the source that is named as what failed. */
const SOURCE_DEADLINE_MS = 45_000;
/** A source that hangs is not asked beside itself, unless it has hung so many deadlines long. */
const HANGS = 5;

export class CredentialsTimeout extends Error {
  override readonly name = 'CredentialsTimeout';
}

/**
 * Credentials that do not let a call down for nothing: one question to the source at a time, the answer kept
 * until shortly before it ends, and while the source fails, whatever is still valid is used.
 */
export class SteadyCredentials {
  #held: Credentials | undefined;
  #pending: Promise<Credentials> | undefined;
  /** What the source was asked: an answer that comes when nobody waits any more is there for who asks next. */
  #asked: { readonly answer: Promise<Credentials>; readonly since: number } | undefined;
  #failure: unknown;
  /** On the monotonic clock. */
  #notBefore = -Infinity;

  /** @param accept sees new credentials before anybody uses them, and throws to refuse them. */
  constructor(
    private readonly source: CredentialSource,
    private readonly accept: (credentials: Credentials) => Promise<void>,
    /** Milliseconds since 1970, right even where this machine's clock is not. */
    private readonly now: () => number,
    private readonly deadlineMs = SOURCE_DEADLINE_MS,
  ) {}

  async get(): Promise<Credentials> {
    const held = this.#held;
    if (held !== undefined && this.#remaining(held) > RENEW_BEFORE_MS) return held;
    const stillGood = held !== undefined && this.#remaining(held) > 0 ? held : undefined;
    if (this.#pending === undefined && performance.now() < this.#notBefore) {
      if (stillGood) return stillGood;
      if (this.#failure !== undefined) throw this.#failure;
    }
    try {
      return await this.#renew();
    } catch (error) {
      if (stillGood) return stillGood;
      throw error;
    }
  }

  /** AWS refused these: ask the source anew. Those that came since are kept. */
  drop(refused: Credentials): void {
    if (this.#held?.accessKeyId !== refused.accessKeyId) return;
    if (this.#held.sessionToken !== refused.sessionToken) return;
    this.#held = undefined;
    this.#notBefore = -Infinity;
  }

  #remaining({ expiration }: Credentials): number {
    return expiration === undefined ? Infinity : expiration.getTime() - this.now();
  }

  #renew(): Promise<Credentials> {
    this.#pending ??= this.#ask().finally(() => {
      this.#pending = undefined;
      this.#notBefore = performance.now() + ASK_AGAIN_MS;
    });
    return this.#pending;
  }

  #answer(): Promise<Credentials> {
    const before = this.#asked;
    if (before && performance.now() - before.since < HANGS * this.deadlineMs) return before.answer;
    const answer = this.source();
    const asked = { answer, since: performance.now() };
    this.#asked = asked;
    answer.catch(() => {
      if (this.#asked === asked) this.#asked = undefined;
    });
    return answer;
  }

  async #ask(): Promise<Credentials> {
    try {
      const credentials = await within(this.deadlineMs, this.#answer());
      this.#asked = undefined;
      await this.accept(credentials);
      this.#failure = undefined;
      this.#held = credentials;
      return credentials;
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new CredentialsTimeout(`They did not come within ${ms / 1000} s.`));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
