import type { Logger } from 'pino';
import { printTime } from '@trailglass/record';
import manifest from '../package.json' with { type: 'json' };
import { Accounts } from './aws/accounts.ts';
import { Clock } from './aws/clock.ts';
import { endpointAbout, isLoopback, type LocalAbout } from './aws/local-endpoint.ts';
import type { AwsConfig } from './config/types.ts';
import type { Archive } from './archive/archive.ts';
import { Differences } from './difference/differences.ts';
import { Downloads } from './export/downloads.ts';
import { Figures } from './figures/figures.ts';
import { Groups } from './groups/groups.ts';
import { Followers } from './follow/followers.ts';
import { liveFrames, type LiveParts } from './follow/live.ts';
import { type KeepingOptions, openKeeper } from './keeping/open-keeper.ts';
import { Lookup, type LookupOptions } from './lookup/lookup.ts';
import { findEvent } from './search/find-event.ts';
import { Novelties } from './novelty/novelties.ts';
import { Notes } from './notes/notes.ts';
import { Policies } from './policy/policies.ts';
import { OriginLookup } from './sessions/origin-lookup.ts';
import { SessionTrees } from './sessions/session-trees.ts';
import { rememberedIn } from './remembered-callers.ts';
import { RecentEvents } from './search/recent-events.ts';
import { search, type SearchParts } from './search/search.ts';
import { searchKey, SharedSearches } from './search/shared-searches.ts';
import type { Service } from './service.types.ts';
import { lookedAfter } from './upkeep/looked-after.ts';
import { Upkeep } from './upkeep/upkeep.ts';
import { Views } from './views/views.ts';

/**
 * Builds everything behind the HTTP side. Accounts whose credentials do not work are part of `about`, no failure.
 * @param opening who is calling is asked while it opens
 * @param local what the endpoint says about itself, where that was asked already
 * @throws why the archive cannot be opened
 */
export async function createService(
  config: AwsConfig,
  log: Logger,
  options: LookupOptions = {},
  opening?: Archive | Promise<Archive>,
  keeping: KeepingOptions = {},
  local: Promise<LocalAbout | undefined> = endpointAbout(config),
): Promise<Service> {
  const clock = new Clock();
  const about = await local;
  if (about?.now !== undefined) clock.pinToday(about.now);
  const accounts = await Accounts.open(config, clock, {
    localRegions: about?.regions,
    remembered: Promise.resolve(opening).then((opened) => rememberedIn(opened, log)),
    credentialsMs: options.deadlineMs && options.deadlineMs * 0.75,
  });
  const { archive, stop: stopUpkeep } = lookedAfter(await opening, clock);
  const here = config.endpoint !== undefined && isLoopback(config.endpoint);
  const lookup = new Lookup(clock, log, { here, ...options });
  const parts: SearchParts = {
    places: accounts,
    source: lookup,
    archive,
    recent: new RecentEvents(),
    now: () => clock.now(),
  };
  const searches = new SharedSearches();
  const followers = new Followers({ source: lookup, archive, now: () => clock.now(), log });
  const live: LiveParts = {
    places: accounts,
    followers,
    onRow: (event) => parts.recent.add(event),
  };
  const figures = new Figures({ places: accounts, archive, now: () => clock.now() });
  const differences = new Differences({ places: accounts, archive, now: () => clock.now() });
  const groups = new Groups({ places: accounts, archive, now: () => clock.now() });
  const sessions = new SessionTrees({ archive, search: parts });
  const novelties = new Novelties({ places: accounts, archive });
  const origins = new OriginLookup({
    places: accounts,
    archive,
    aws: lookup,
    now: () => clock.now(),
  });
  const keeper = openKeeper(
    { accounts, archive, source: lookup, followers, now: () => clock.now(), log },
    keeping,
  );
  const policies = new Policies({
    places: accounts,
    archive,
    now: () => clock.now(),
    find: (at, signal) => findEvent(at, parts, until(signal)),
  });
  const notes = new Notes({
    archive,
    find: (at, signal) => findEvent(at, parts, until(signal)),
    now: () => clock.now(),
  });
  const downloads = new Downloads({
    ...parts,
    version: manifest.version,
    notes: async () => (archive === undefined ? [] : (await notes.all()).notes),
  });
  const closing = new AbortController();
  const until = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, closing.signal]);
  return {
    about: async ({ check }) => ({
      version: manifest.version,
      mode: config.mode,
      ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint }),
      accounts: await accounts.summaries(check),
      regions: [...accounts.regions],
      ...(archive && { archiveNotices: [...archive.notices()] }),
      now: printTime(clock.now()),
    }),
    search: (request, signal) =>
      searches.ask(
        searchKey(request, archive === undefined ? 0 : archive.unbroken()),
        (shared) => search(request, parts, until(shared)),
        signal,
      ),
    live: (request, signal) => liveFrames(request, live, until(signal)),
    event: (at, signal) => findEvent(at, parts, until(signal)),
    histogram: (request, signal) => figures.histogram(request, until(signal)),
    facets: (request, signal) => figures.facets(request, until(signal)),
    counts: (questions, signal) => figures.counts(questions, until(signal)),
    members: (request, signal) => figures.members(request, until(signal)),
    coverage: (request, signal) => figures.coverage(request, until(signal)),
    difference: (request, signal) => differences.ask(request, until(signal)),
    groups: (request, signal) => groups.ask(request, until(signal)),
    emptiness: (request, signal) => figures.emptiness(request, until(signal)),
    sessionTree: (start, signal) => sessions.tree(start, until(signal)),
    findOrigin: (key, account, signal) => origins.find({ key, account }, until(signal)),
    novelty: (events, signal) => novelties.of(events, until(signal)),
    archive: (signal) => figures.archive(until(signal)),
    ...keeper,
    upkeep: new Upkeep(archive),
    views: new Views(archive),
    notes,
    policies,
    downloads,
    close: async () => {
      closing.abort();
      downloads.close();
      stopUpkeep();
      await keeper.close();
      followers.close();
      accounts.close();
    },
  };
}
