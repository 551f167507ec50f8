import { createdKey } from '../apis/access.ts';
import { asSession, type Caller } from '../caller.ts';
import { globalRegion, production } from '../cast/accounts.ts';
import { agents, browsers } from '../cast/agents.ts';
import { personNamed } from '../cast/people.ts';
import { role, ssoRole } from '../cast/roles.ts';
import { siteAt } from '../cast/sites.ts';
import { assumeRole, assumeWithSaml } from '../handover.ts';
import { iamUser, userArn } from '../identity.ts';
import { draw, type Draw } from '../random.ts';
import type { Sample } from '../record.ts';
import { inOfficeHours, type Story, walk } from '../rhythm.ts';
import { consoleLogin } from '../sign-in.ts';
import { Tape } from '../tape.ts';
import { incidentDay, leakedKey, leakedUser, moment } from './incident-cast.ts';

const home = siteAt(production, globalRegion);

/** What the key was made for: the old release job, from one runner, until the key is shut. */
export function releaseBot(now: number): Story {
  const shut = moment(now)('02:50:12');
  const tell = (start: number, from: Draw): readonly Sample[] => {
    if (start > shut - 3_600_000) return [];
    const tape = new Tape(from);
    const next = walk(start, from);
    const caller: Caller = {
      identity: iamUser(production, leakedUser, leakedKey),
      account: production,
      arn: userArn(production, leakedUser),
      ip: '198.51.100.24',
      agent: agents.releaseRunner,
      direct: true,
    };
    tape.call(start, home, caller, 'sts:GetCallerIdentity');
    tape.call(next(1, 4), home, caller, 'ecr:GetAuthorizationToken');
    tape.call(next(20, 90), home, caller, 'cloudfront:CreateInvalidation');
    if (from.chance(0.25)) {
      const session = assumeRole(tape, next(2, 5), caller, {
        role: role(production, 'legacy-release-admin'),
        name: `release-${Math.floor(start / 28_800_000) % 5000}`,
      });
      tape.call(next(1, 3), home, asSession(session, caller), 'cloudformation:DescribeStacks');
    }
    return tape.events;
  };
  return { name: 'release bot', rhythm: inOfficeHours(1, 1), haste: 1, tell };
}

/** Eleven weeks before the incident Tomas made the key: its record names who, when and from where. */
export function keyMade(now: number, seed: number): readonly Sample[] {
  const from = draw(seed, 'key made');
  const tape = new Tape(from);
  const start = incidentDay(now) - 77 * 86_400_000 + 13 * 3_600_000 + from.int(0, 1_800_000);
  const next = walk(start, from);
  const tomas = personNamed('tomas.ferreira');
  const means = { ip: tomas.addresses[0] ?? '', agent: browsers[tomas.browser] };
  const session = assumeWithSaml(
    tape,
    start,
    ssoRole(production, 'AdministratorAccess'),
    tomas.email,
  );
  consoleLogin(tape, next(1, 2), { session, ...means });
  const caller = asSession(session, { ...means, console: true });
  tape.call(next(20, 40), home, caller, 'iam:ListUsers');
  tape.call(next(4, 9), home, caller, 'iam:ListAccessKeys', { request: { userName: leakedUser } });
  const time = next(20, 60);
  tape.rare(time, home, caller, 'iam:CreateAccessKey', false, {
    request: { userName: leakedUser },
    answer: createdKey({ from, site: home, time, requestId: '' }, leakedUser, leakedKey),
  });
  return tape.events;
}
