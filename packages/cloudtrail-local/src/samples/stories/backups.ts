import { asService, onBehalf } from '../caller.ts';
import { role } from '../cast/roles.ts';
import { type Site, sites } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import type { Draw } from '../random.ts';
import { nightly, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

/** AWS Backup's nightly round: snapshots of the databases and of one volume. */
function tell(site: Site, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const backup = 'backup.amazonaws.com';
  const session = assumeRole(tape, start, asService(backup, site.account), {
    role: role(site.account, 'AWSBackupDefaultServiceRole', '/service-role/'),
    name: `AWSBackup-AWSBackupDefaultServiceRole-${from.hex(12)}`,
    region: site.region,
  });
  const caller = onBehalf(session, backup);
  if (site.databases.length > 0) tape.call(next(3, 30), site, caller, 'rds:CreateDBSnapshot');
  if (site.instances.length > 0) {
    tape.call(next(3, 30), site, caller, 'ec2:CreateSnapshot');
    if (from.chance(0.6)) tape.call(next(3, 30), site, caller, 'ec2:DeleteSnapshot');
  }
  return tape.events;
}

export const backupStories: readonly Story[] = sites
  .filter((site) => site.databases.length > 0)
  .map((site, i) => ({
    name: `backup/${site.account}/${site.region}`,
    rhythm: nightly(2 + i, 5 + 7 * i),
    haste: 1,
    tell: (start: number, from: Draw) => tell(site, start, from),
  }));
