import { production } from '../cast/accounts.ts';
import { idOf } from '../ids.ts';

/** The CI user of the days before OpenID Connect; its long-lived key lay in a public fork. */
export const leakedUser = 'svc-release-bot';
export const leakedKey = idOf('AKIA', production, leakedUser);
export const backdoorUser = 'svc-backup-sync';
/** The account's own trail, older than the organization's. */
export const legacyTrail = 'management-events';
export const miningRegion = 'ap-southeast-2';

const dayMs = 86_400_000;
export const incidentDay = (now: number): number => Math.floor(now / dayMs) * dayMs - 3 * dayMs;

/** `02:10:41` on the day of the incident, epoch milliseconds. */
export const moment =
  (now: number) =>
  (clock: string): number => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
    return incidentDay(now) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  };
