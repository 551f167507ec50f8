import { type EpochMs, msOf } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Kept } from '../archive/protocol/keeping.ts';
import type { Target } from '../search/search.types.ts';
import type { RereadTimes } from './rereads.ts';

type Change = Partial<RereadTimes & { readonly keep: boolean }>;

/** What the archive remembers about background reading: a copy, changed when the archive has been. */
export class Remembered {
  #rows: readonly Kept[] = [];
  #asked: ReadonlyMap<string, EpochMs> = new Map();
  #paused = false;
  #loaded: Promise<void> | undefined;
  /** Changes wait for each other, so that none is made from what another is about to replace. */
  #changed: Promise<unknown> = Promise.resolve();

  constructor(private readonly archive: Archive) {}

  get paused(): boolean {
    return this.#paused;
  }

  /** Once; after a failure again. */
  load(): Promise<void> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  of(target: Target): Kept | undefined {
    return rememberedOf(target, this.#rows);
  }

  /** When its re-reads were; undefined where reading never began. */
  times(target: Target): RereadTimes | undefined {
    const { hourlyAt, dailyAt } = this.of(target) ?? {};
    return hourlyAt === undefined || dailyAt === undefined ? undefined : { hourlyAt, dailyAt };
  }

  /** When AWS was last asked about a scope before this server was started. */
  askedAt({ account, region }: Target): EpochMs | undefined {
    return this.#asked.get(`${account.id}:${region}`);
  }

  /** Resolves when it is on disk. */
  change(targets: readonly Target[], change: Change): Promise<void> {
    const work = async (): Promise<void> => {
      const rows = targets.map((target): Kept => {
        const { account, region } = target;
        return { ...this.of(target), account: account.id, region, ...change };
      });
      await this.archive.keep(rows);
      const stay = this.#rows.filter((old) => !rows.some((row) => isSame(old, row)));
      this.#rows = [...stay, ...rows];
    };
    return this.#inOrder(work);
  }

  pause(paused: boolean): Promise<void> {
    return this.#inOrder(async () => {
      await this.archive.keep([], paused);
      this.#paused = paused;
    });
  }

  #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#changed.then(work);
    this.#changed = done.catch(() => undefined);
    return done;
  }

  async #load(): Promise<void> {
    const { scopes, paused, asked } = await this.archive.kept();
    this.#rows = scopes;
    this.#paused = paused;
    this.#asked = new Map(
      asked.map(({ account, region, at }) => [`${account}:${region}`, msOf(at)]),
    );
  }
}

const isSame = (old: Kept, { account, region }: Kept): boolean =>
  old.account === account && old.region === region;

/** What is remembered of a target: under its account's number, or the name that stood for it while nobody knew that. */
function rememberedOf({ account, region }: Target, rows: readonly Kept[]): Kept | undefined {
  const here = rows.filter((kept) => kept.region === region);
  return (
    here.find((kept) => kept.account === account.id) ??
    here.find((kept) => kept.account === account.name)
  );
}
