import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { Account, Problem } from '@trailglass/api';
import type { Region } from '@trailglass/record';
import type { AccountSource } from '../config/types.ts';
import { clientOptions } from './client-options.ts';
import { credentialSource } from './credential-source.ts';
import type { Credentials } from './credentials.types.ts';
import { explain, type Whereabouts } from './explain.ts';
import { failureOf, type Failure } from './failure.ts';
import { type ProfileFacts } from './shared-config.ts';
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
  #caller: Caller | undefined;
  #problem: Problem | undefined;

  constructor(
    private readonly source: AccountSource,
    private readonly facts: ProfileFacts,
    private readonly place: StsPlace,
  ) {
    this.name = source.name;
    this.#credentials = new SteadyCredentials(
      credentialSource(source, place),
      (credentials) => this.#accept(credentials),
      () => place.clock.real(),
    );
  }

  /** Twelve digits; the account's name until its credentials have worked once. */
  get id(): string {
    return this.#caller?.account ?? this.name;
  }
  get caller(): Caller | undefined {
    return this.#caller;
  }
  get summary(): Account {
    const base = { id: this.id, name: this.name };
    if (this.#problem) return { ...base, problem: this.#problem };
    return this.#caller ? { ...base, caller: this.#caller.arn } : base;
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
    const pinned = this.#caller;
    if (pinned !== undefined && pinned.account !== caller.account)
      throw new WrongAccount(
        `The credentials of ${this.name} were those of account ${pinned.account} and now belong to ${caller.account}.`,
      );
    this.#caller = caller;
    this.#problem = undefined;
  }
}
