import type { Sample } from '../record.ts';
import type { Story } from '../rhythm.ts';
import { peopleStories } from './people.ts';

export const stories = (_now: number): readonly Story[] => [...peopleStories];

/** What happens once, at a set distance from the samples' now. */
export const fixedEvents = (_now: number, _seed: number): Sample[] => [];
