import type { Account } from '@trailglass/api';
import { isRegion, type Region } from '@trailglass/record';
import type { AccountSource, AwsConfig } from '../config/types.ts';
import { AwsAccount } from './account.ts';
import type { Clock } from './clock.ts';
import { homeRegionOf, partitionOf, regionsOf } from './partitions.ts';
import { later, nothingRemembered, type Remembered } from './remembered.ts';
import {
  defaultProfile,
  environmentRegion,
  profileFacts,
  type ProfileFacts,
} from './shared-config.ts';

/** The page may ask as often as it likes; AWS is asked no more often than this. */
const CHECK_AGAIN_MS = 5_000;
/** A start does not wait longer for accounts that do not answer. */
const START_DEADLINE_MS = 5_000;

interface AccountsOptions {
  /** The Regions that a local endpoint has, when it says so. */
  readonly localRegions?: readonly Region[] | undefined;
  /** Who they were in earlier runs: meanwhile AWS is asked who they are. */
  readonly remembered?: Promise<Remembered> | undefined;
  /** How long a source of credentials may take. */
  readonly credentialsMs?: number | undefined;
}

/** The accounts and Regions that can be searched. */
export class Accounts {
  #checked = performance.now();
  #checking: Promise<void> | undefined;

  private constructor(
    readonly all: readonly AwsAccount[],
    readonly regions: readonly Region[],
  ) {}

  static async open(
    config: AwsConfig,
    clock: Clock,
    { localRegions, remembered: coming, credentialsMs }: AccountsOptions = {},
  ): Promise<Accounts> {
    const remembered = coming === undefined ? nothingRemembered : later(coming);
    const opened = await Promise.all(
      config.accounts.map(async (source) => {
        const facts = await factsOf(source);
        const region = facts.region ?? environmentRegion();
        const home = region !== undefined && isRegion(region) ? region : undefined;
        const partition = partitionOf(home);
        const place = { region: home ?? homeRegionOf(partition), endpoint: config.endpoint, clock };
        const account = new AwsAccount(source, facts, place, remembered, credentialsMs);
        return { account, partition };
      }),
    );
    const accounts = new Accounts(
      opened.map(({ account }) => account),
      config.regions ?? localRegions ?? regionsOf(opened[0]?.partition ?? 'aws'),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, START_DEADLINE_MS);
    });
    const asked = settled(accounts.all.map((account) => account.identify()));
    await Promise.race([Promise.all([asked, coming]), late]);
    clearTimeout(timer);
    await coming;
    for (const account of accounts.all) account.assume();
    return accounts;
  }

  /** By id or by name; the first when two profiles lead to one account. */
  find(idOrName: string): AwsAccount | undefined {
    return (
      this.all.find((account) => account.id === idOrName) ??
      this.all.find((account) => account.name === idOrName)
    );
  }

  /** @param check asks AWS again who is calling. */
  async summaries(check: boolean): Promise<Account[]> {
    if (check && performance.now() - this.#checked >= CHECK_AGAIN_MS) {
      this.#checking ??= settled(this.all.map((account) => account.check())).finally(() => {
        this.#checked = performance.now();
        this.#checking = undefined;
      });
      await this.#checking;
    }
    return this.all.map((account) => account.summary);
  }

  close(): void {
    for (const account of this.all) account.close();
  }
}

/** What failed is each account's own `problem`. */
const settled = async (work: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(work);
};

function factsOf(source: AccountSource): Promise<ProfileFacts> {
  switch (source.kind) {
    case 'profile':
      return profileFacts(source.profile);
    case 'default':
      return profileFacts(defaultProfile());
    case 'role':
      return profileFacts(source.baseProfile ?? defaultProfile());
    case 'keys':
      return Promise.resolve({});
  }
}
