import { can } from '../apis/api.ts';
import { type ApiName, apiNamed, split } from '../apis/catalogue.ts';
import { asSession, type Caller } from '../caller.ts';
import { awsCli, browsers } from '../cast/agents.ts';
import { people, type Person, type PermissionSet } from '../cast/people.ts';
import { ssoRole } from '../cast/roles.ts';
import { focus, type Site, sites } from '../cast/sites.ts';
import { assumeWithSaml } from '../handover.ts';
import { arn } from '../ids.ts';
import type { Draw } from '../random.ts';
import { inOfficeHours, type Story, walk } from '../rhythm.ts';
import { consoleLogin } from '../sign-in.ts';
import { Tape } from '../tape.ts';
import { rounds } from './rounds.ts';

/** Permission sets that may look and not touch; what they try all the same is refused. */
const lookOnly: ReadonlySet<PermissionSet> = new Set([
  'ReadOnlyAccess',
  'SecurityAudit',
  'Billing',
]);

function siteOf(account: string, from: Draw): Site {
  const own = sites.filter((site) => site.account === account);
  // Most work is done where most things are: the list begins with that site.
  return from.chance(0.55) && own[0] ? own[0] : from.pick(own);
}

function refused(set: PermissionSet, name: ApiName, from: Draw): boolean {
  if (apiNamed(name).readOnly) return false;
  if (lookOnly.has(set)) return true;
  return set === 'PowerUserAccess' && name.startsWith('iam:') && from.chance(0.9);
}

const resourceFor = (site: Site, name: ApiName): string => {
  const [service] = split(name);
  if (service === 'iam') return 'role github-deploy';
  if (service === 's3') return `arn:aws:s3:::${site.buckets[0] ?? 'larkhill'}`;
  return arn(service, site.region, site.account, '*');
};

function tell(person: Person, start: number, from: Draw) {
  const tape = new Tape(from);
  const [account, set] = from.pick(person.access);
  const role = ssoRole(account, set);
  const ip = from.chance(0.8) ? person.addresses[0] : from.pick(person.addresses);
  const next = walk(start, from);
  const session = assumeWithSaml(tape, start, role, person.email);
  const inConsole = person.habit !== 'develop' || from.chance(0.45);
  if (inConsole) {
    consoleLogin(tape, next(1, 2), { session, ip: ip ?? '', agent: browsers[person.browser] });
  }
  const caller: Caller = asSession(session, {
    ip: ip ?? '',
    agent: inConsole ? browsers[person.browser] : awsCli(person.terminal),
    console: inConsole,
  });
  const site = siteOf(account, from);
  if (!inConsole) tape.call(next(1, 4), site, caller, 'sts:GetCallerIdentity');
  const count = from.int(1, 3);
  for (let round = 0; round < count; round++) {
    next(20, 1500);
    const about = focus(site, from);
    for (const name of from.pick(rounds[person.habit])) {
      if (!can(apiNamed(name), site)) continue;
      const time = next(0, inConsole ? 3 : 40);
      tape.call(
        time,
        about,
        caller,
        name,
        refused(set, name, from) ? { refused: { resource: resourceFor(site, name) } } : {},
      );
    }
  }
  return tape.events;
}

/** People sign in through IAM Identity Center in their own working hours. */
export const peopleStories: readonly Story[] = people.map((person) => ({
  name: `person/${person.email}`,
  rhythm: inOfficeHours(person.perDay, person.zone),
  haste: 4,
  tell: (start, from) => tell(person, start, from),
}));
