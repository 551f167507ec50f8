import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError, type Keeping } from '@trailglass/api';
import type { Region } from '@trailglass/record';
import { ArchiveError } from '../archive/archive-error.ts';
import type { AwsAccount } from '../aws/account.ts';
import type { Target } from '../search/search.types.ts';
import type { KeepReading } from '../config/types.ts';
import type { ScopeParts } from './keeping.types.ts';
import { archiveFailed } from './problems.ts';
import { Remembered } from './remembered.ts';
import { ScopeKeeper } from './scope-keeper.ts';
import { showScope } from './shown.ts';
import { isSwitchedOn } from './switched-on.ts';
import { allTargets, eachOnce, keyOf } from './targets.ts';

/** The archive does not answer for a moment when its process is started again. */
const LOAD_AGAIN_MS = 5_000;

export interface KeeperParts extends ScopeParts {
  readonly accounts: readonly AwsAccount[];
  readonly regions: readonly Region[];
  readonly keepReading: KeepReading;
}

interface Entry {
  readonly target: Target;
  running: { readonly keeper: ScopeKeeper; readonly stop: () => void } | undefined;
}

/** Background reading of all scopes: which are kept read, whether it is paused, and how far each one is. */
export class Keeper {
  readonly #all: readonly Entry[];
  readonly #remembered: Remembered;
  readonly #closing = new AbortController();
  readonly #working = new Set<Promise<void>>();

  constructor(private readonly parts: KeeperParts) {
    this.#remembered = new Remembered(parts.archive);
    this.#all = allTargets(parts.accounts, parts.regions).map((target) => ({
      target,
      running: undefined,
    }));
    this.#hold(this.#start());
  }

  /** How far every scope is. As the others, throws ProblemError when the archive does not answer. */
  shown(): Promise<Keeping> {
    return this.#asking(async () => {
      const { source } = this.parts;
      const scopes = eachOnce(this.#all).map(({ target, running }) =>
        showScope(
          {
            target,
            on: this.#isOn(target),
            keeper: running?.keeper,
            answeredAt:
              source.answeredAt(target.account.id, target.region) ??
              this.#remembered.askedAt(target),
          },
          this.parts,
        ),
      );
      return { scopes: await Promise.all(scopes), paused: this.#remembered.paused };
    });
  }

  async keep(targets: readonly Target[], keep: boolean): Promise<Keeping> {
    const wanted = new Set(targets.map(keyOf));
    const chosen = eachOnce(this.#all).flatMap(({ target }) =>
      wanted.has(keyOf(target)) ? [target] : [],
    );
    await this.#asking(() => this.#remembered.change(chosen, { keep }));
    this.#sync();
    return this.shown();
  }

  async pause(paused: boolean): Promise<Keeping> {
    await this.#asking(() => this.#remembered.pause(paused));
    this.#sync();
    return this.shown();
  }

  /** Resolves when nothing is read any more. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The server is closing'));
    this.#sync();
    await Promise.all(this.#working);
  }

  async #start(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#remembered.load();
        this.#sync();
        return;
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        await sleep(LOAD_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Starts and stops what is not as it should be. */
  #sync(): void {
    const idle = this.#remembered.paused || this.#closing.signal.aborted;
    const wanted = new Set(idle ? [] : eachOnce(this.#all));
    for (const entry of this.#all) {
      if (wanted.has(entry) && this.#isOn(entry.target)) entry.running ??= this.#run(entry.target);
      else {
        entry.running?.stop();
        entry.running = undefined;
      }
    }
  }

  #isOn(target: Target): boolean {
    return isSwitchedOn(target, this.#remembered.of(target)?.keep, this.parts.keepReading);
  }

  #run(target: Target): Entry['running'] {
    const stopping = new AbortController();
    const keeper = new ScopeKeeper(target, this.parts, {
      times: this.#remembered.times(target),
      remember: (times) => this.#remembered.change([target], times),
    });
    this.#hold(keeper.run(stopping.signal));
    return { keeper, stop: () => stopping.abort(new Error('No longer kept read')) };
  }

  #hold(work: Promise<void>): void {
    const held = work
      .catch((error: unknown) => this.parts.log.error({ err: error }, 'background reading ended'))
      .finally(() => this.#working.delete(held));
    this.#working.add(held);
  }

  /** What the archive cannot answer is the asker's problem. */
  async #asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.#remembered.load();
      return await work();
    } catch (error) {
      throw error instanceof ArchiveError ? new ProblemError(archiveFailed(error)) : error;
    }
  }
}
