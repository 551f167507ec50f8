import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { Account, Problem } from '@trailglass/api';
import { printTime, type EpochMs, type Region } from '@trailglass/record';
import type { AccountSource } from '../config/types.ts';
import { clientOptions } from './client-options.ts';
import { credentialSource } from './credential-source.ts';
import type { Credentials } from './credentials.types.ts';
import { explain, type Whereabouts } from './explain.ts';
import { failureOf, type Failure } from './failure.ts';
import { type Remembered, sourceKey } from './remembered.ts';
import type { ProfileFacts } from './shared-config.ts';
import { SteadyCredentials } from './steady-credentials.ts';
import { callerIdentity, type Caller, type StsPlace } from './sts.ts';

export class WrongAccount extends Error {
  override readonly name = 'WrongAccount';
}

/** One account: its credentials, who they make us, and a CloudTrail client for each of its Regions. */
export class AwsAccount {
  readonly name: string;
  readonly #credentials: SteadyCredentials;
  readonly #clients = new Map<Region, CloudTrailClient>();
  readonly #key: string;
  #caller: Caller | undefined;
  /** Who it was in an earlier run, taken for true as long as AWS cannot be asked. */
  #assumed: Caller | undefined;
  #answeredAt: EpochMs | undefined;
  #problem: Problem | undefined;

  constructor(
    private readonly source: AccountSource,
    private readonly facts: ProfileFacts,
    private readonly place: StsPlace,
    private readonly remembered: Remembered,
    credentialsMs?: number,
  ) {
    this.name = source.name;
    this.#key = sourceKey(source, facts, place.endpoint);
    this.#credentials = new SteadyCredentials(
      credentialSource(source, place),
      (credentials) => this.#accept(credentials),
      () => place.clock.real(),
      credentialsMs,
    );
  }

  /** Twelve digits; the account's name until its credentials have worked once, in this run or an earlier one. */
  get id(): string {
    return this.known?.account ?? this.name;
  }
  /** Whose the credentials are that work now. */
  get caller(): Caller | undefined {
    return this.#caller;
  }
  /** Under whose number its events are kept. */
  get known(): Caller | undefined {
    return this.#caller ?? this.#assumed;
  }
  /** When AWS last answered a look-up for it, in an earlier run too. */
  get answeredAt(): EpochMs | undefined {
    const { known } = this;
    return this.#answeredAt ?? (known && this.remembered.answeredAt(known.account));
  }
  get summary(): Account {
    const { answeredAt } = this;
    const base = {
      id: this.id,
      name: this.name,
      ...(answeredAt === undefined ? {} : { answeredAt: printTime(answeredAt) }),
    };
    if (this.#problem) return { ...base, problem: this.#problem };
    return this.#caller ? { ...base, caller: this.#caller.arn } : base;
  }

  /** Its credentials have not worked yet: until they do it is who it was, so that what was read stays in reach. */
  assume(): void {
    if (this.#caller === undefined) this.#assumed = this.remembered.callerOf(this.#key);
  }

  /** Gets credentials and learns whose they are, unless that is known. Throws what {@link failureOf} understands. */
  async identify(): Promise<Caller> {
    return this.#noting(async () => {
      await this.#credentials.get();
    });
  }
  /** Asks AWS anew: credentials that are held may have been revoked, only AWS knows. */
  async check(): Promise<Caller> {
    return this.#noting(async () => {
      const credentials = await this.#credentials.get();
      try {
        await this.#accept(credentials);
      } catch (error) {
        if (failureOf(error).remedy !== 'new-credentials') throw error;
        this.refused(credentials);
        await this.#credentials.get();
      }
    });
  }

  credentials(): Promise<Credentials> {
    return this.#credentials.get();
  }
  /** AWS refused these credentials; the next call asks their source anew. */
  refused(credentials: Credentials): void {
    this.#credentials.drop(credentials);
  }

  /** AWS has just answered a look-up. */
  answered(now: EpochMs): void {
    this.#answeredAt = now;
  }
  /** A call ended with this. Trouble with credentials is the whole account's, and said wherever it is named. */
  failed(problem: Problem): void {
    if (problem.type.startsWith('credentials-') || problem.type === 'wrong-account') {
      const { region: _, ...everywhere } = problem;
      this.#problem = everywhere;
    }
  }

  client(region: Region): CloudTrailClient {
    let client = this.#clients.get(region);
    if (client === undefined) {
      // `memoized` tells the SDK to leave the caching to us: its own asks three times for one call near the end.
      const provider = Object.assign(() => this.#credentials.get(), { memoized: true });
      client = new CloudTrailClient({
        ...clientOptions(region, this.place.endpoint),
        credentials: provider,
      });
      this.#clients.set(region, client);
    }
    return client;
  }

  /** What went wrong, for people; `region` where it did. */
  explain(failure: Failure, region?: Region): Problem {
    return explain(failure, this.#whereabouts(region));
  }
  #whereabouts(region?: Region): Whereabouts {
    const { source, facts, place } = this;
    const profile =
      source.kind === 'profile'
        ? source.profile
        : source.kind === 'role'
          ? source.baseProfile
          : undefined;
    return {
      name: this.name,
      account: this.id,
      ...(region === undefined ? {} : { region }),
      ...(this.#caller === undefined ? {} : { caller: this.#caller.arn }),
      ...(facts.ssoProfile === undefined ? {} : { ssoProfile: facts.ssoProfile }),
      ...(facts.keys === undefined ? {} : { keys: facts.keys }),
      ...(profile === undefined ? {} : { profile }),
      ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint }),
    };
  }

  close(): void {
    for (const client of this.#clients.values()) client.destroy();
    this.#clients.clear();
  }

  async #noting(work: () => Promise<void>): Promise<Caller> {
    try {
      await work();
      this.#problem = undefined;
      if (this.#caller === undefined)
        throw new Error('Credentials were used before their caller was known.');
      return this.#caller;
    } catch (error) {
      this.#problem = this.explain(failureOf(error));
      throw error;
    }
  }

  /** The caller is pinned once; credentials of another account are refused before a call is made with them. */
  async #accept(credentials: Credentials): Promise<void> {
    const caller = await callerIdentity(this.place, credentials);
    const pinned = this.known;
    if (pinned !== undefined && pinned.account !== caller.account)
      throw new WrongAccount(
        `The credentials of ${this.name} were those of account ${pinned.account} and now belong to ${caller.account}.`,
      );
    if (this.#caller?.arn !== caller.arn) this.remembered.remember(this.#key, caller);
    this.#caller = caller;
    this.#problem = undefined;
  }
}
