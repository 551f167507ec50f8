import type { Sample } from '../record.ts';
import type { Story } from '../rhythm.ts';
import { backupStories } from './backups.ts';
import { deployStories } from './deploys.ts';
import { iamUserStories, rootSignIn } from './iam-users.ts';
import { incident } from './incident.ts';
import { lesson } from './lesson.ts';
import { machineStories } from './machines.ts';
import { peopleStories } from './people.ts';
import { podStories } from './pods.ts';
import { keyMade, releaseBot } from './release-bot.ts';
import { scalingStories } from './scaling.ts';
import { serviceStories } from './services.ts';
import { ownStories } from './services-own.ts';
import { terraformStories } from './terraform.ts';
import { watcherStories } from './watchers.ts';
import { workloadStories } from './workloads.ts';

export const stories = (now: number): readonly Story[] => [
  ...peopleStories,
  ...iamUserStories,
  releaseBot(now),
  ...deployStories,
  ...terraformStories,
  ...machineStories,
  ...workloadStories,
  ...podStories,
  ...watcherStories,
  ...serviceStories,
  ...scalingStories,
  ...ownStories,
  ...backupStories,
];

/** What happens once, at a set distance from the samples' now. */
export const fixedEvents = (now: number, seed: number): Sample[] => [
  ...rootSignIn(now, seed),
  ...keyMade(now, seed),
  ...incident(now, seed),
  ...lesson(now, seed),
];
