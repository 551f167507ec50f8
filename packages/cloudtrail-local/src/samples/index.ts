import type { SampleOptions, SampleSource } from '../samples.types.ts';
import { accounts, regions } from './cast/accounts.ts';
import { timeline } from './timeline.ts';

/**
 * An invented company's events: ninety days of them and more, and new ones for as long as the endpoint runs.
 * Each hour is told on its own from the seed, so a window costs what it contains.
 */
export const openSamples = (options: SampleOptions): SampleSource => ({
  accounts,
  regions,
  between: timeline(options),
});
