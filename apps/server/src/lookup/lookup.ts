import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '@trailglass/api';
import { scopeKey, type EpochMs, type Scope } from '@trailglass/record';
import type { Logger } from 'pino';
import type { AwsAccount } from '../aws/account.ts';
import type { Clock } from '../aws/clock.ts';
import { failureOf, type Failure } from '../aws/failure.ts';
import { ATTEMPT_MS } from './attempt.ts';
import { backoffLimits, type BackoffLimits } from './backoff.ts';
import { lookUp } from './call.ts';
import { Circuit } from './circuit.ts';
import { Pace } from './pace.ts';
import type { Page, Place, Question, ScanOptions } from './question.types.ts';
import type { ReadPage } from './read-page.ts';
import { Retries, type Decision } from './retries.ts';
import { Scan } from './scan.ts';
import { Shared } from '../waiting/shared.ts';

export interface LookupOptions {
  /** The total time for one call. */
  readonly deadlineMs?: number;
  readonly backoff?: BackoffLimits;
  /** Calls a second for each account and Region, for an endpoint that allows another number than AWS. */
  readonly perSecond?: number;
  /** The endpoint runs on this machine, and is as busy as the machine is. */
  readonly here?: boolean;
}

/** LookupEvents as pages, with one pace per account and Region whoever asks. */
export class Lookup {
  readonly #paces = new Map<string, Pace>();
  readonly #circuits = new Map<string, Circuit>();
  readonly #shared = new WeakMap<AwsAccount, Shared>();
  readonly #answered = new Map<string, EpochMs>();

  constructor(
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly options: LookupOptions = {},
  ) {}

  readonly paceOf = (scope: Scope): Pace => {
    const key = scopeKey(scope);
    const { perSecond: quota, here } = this.options;
    const pace = this.#paces.get(key) ?? new Pace({ quota, here });
    this.#paces.set(key, pace);
    return pace;
  };

  /** When AWS last answered for this account (by its number) and Region, whoever had asked. */
  answeredAt(account: string, region: string): EpochMs | undefined {
    return this.#answered.get(`${account}:${region}`);
  }

  /**
   * The pages of one frozen window, newest first. Failures that may pass are waited for and told through
   * `onWaiting`; one that stays is thrown as ProblemError, an abort as the signal's reason.
   */
  async *pages(place: Place, question: Question, options: ScanOptions): AsyncGenerator<Page> {
    const scan = new Scan(question);
    const retries = new Retries(this.options.backoff ?? backoffLimits);
    let calls = 0;
    for (;;) {
      calls += 1;
      let page: Page;
      try {
        const read = await this.#call(place, { ...question, to: scan.to }, scan.token, options);
        page = { ...scan.take(read), unreadable: read.unreadable, calls };
      } catch (error) {
        options.signal.throwIfAborted();
        await this.#recover(error, place, scan, retries, options);
        continue;
      }
      retries.succeeded();
      place.account.answered(this.clock.now());
      this.#circuitOf(place).answered();
      this.#answered.set(`${place.account.id}:${place.region}`, this.clock.now());
      calls = 0;
      yield page;
      if (page.last) return;
    }
  }

  #call(
    place: Place,
    question: Question,
    token: string | undefined,
    { signal, priority = 'interactive' }: ScanOptions,
  ): Promise<ReadPage> {
    const { attribute, from, to } = question;
    // Nobody who waits for an answer is to wait for a background job's turn.
    const asked = [priority, place.region, attribute?.key, attribute?.value, from, to, token];
    const ofAccount = this.#shared.get(place.account) ?? new Shared();
    this.#shared.set(place.account, ofAccount);
    return ofAccount.ask(
      JSON.stringify(asked),
      (shared) =>
        lookUp({
          place,
          question,
          token,
          signal: shared,
          priority,
          deadlineMs: this.options.deadlineMs ?? ATTEMPT_MS,
          paceOf: this.paceOf,
          onDate: (date) => this.clock.learn(date),
        }),
      signal,
    );
  }

  /** Returns when the scan may try again, or throws what ends it. */
  async #recover(
    error: unknown,
    { account, region }: Place,
    scan: Scan,
    retries: Retries,
    { signal, onWaiting }: ScanOptions,
  ): Promise<void> {
    const failure = failureOf(error);
    const circuit = this.#circuitOf({ account, region });
    // Asked before this failure counts, or the last of a scan's own five would take away its last try.
    const decision = retries.decide(failure, circuit.isOpen);
    if (failure.remedy === 'retry') circuit.failed(error);
    const problem = account.explain(asFinal(failure, decision), region);
    this.log.warn(
      { account: account.id, region, failure: failure.name, type: failure.type, decision },
      'look-up failed',
    );
    switch (decision.kind) {
      case 'again':
        return;
      case 'restart':
        if (scan.restart()) return;
        throw new ProblemError(problem);
      case 'give-up':
        account.failed(problem);
        throw new ProblemError(problem);
      case 'wait':
        onWaiting?.({ problem: { ...problem, retryAfterMs: decision.ms }, ms: decision.ms });
        await sleep(decision.ms, undefined, { signal });
    }
  }

  #circuitOf({ account, region }: Place): Circuit {
    const key = `${account.id}:${region}`;
    const circuit = this.#circuits.get(key) ?? new Circuit();
    this.#circuits.set(key, circuit);
    return circuit;
  }
}

/**
 * Before a scan gives up for these, its credentials were renewed and STS has accepted them: CloudTrail says so where
 * a Region is not enabled for the account, or belongs to another partition.
 */
const asFinal = (failure: Failure, decision: Decision): Failure =>
  decision.kind === 'give-up' && failure.name === 'UnrecognizedClientException'
    ? { ...failure, type: 'region-disabled' }
    : failure;
