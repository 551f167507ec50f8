import { expect, test } from 'vitest';
import { type Cycle, killLoop } from './kill-loop.ts';

test('killed at random moments while it reads, the archive comes back by itself with all that was shown, once, and claims nothing else', async ({
  skip,
}) => {
  const cycles: Cycle[] = [];
  const seed = Date.now() % 1_000_000;
  const short = { seed, cycles: 4, scopes: 8, perScope: 400, readers: 3, cyclesPerArchive: 4 };
  try {
    for await (const cycle of killLoop(short)) cycles.push(cycle);
  } catch (error) {
    // Unit runs may come before the build.
    if ((error as Error).message.includes('is not built')) skip((error as Error).message);
    throw error;
  }
  expect(cycles).toHaveLength(4);
  for (const cycle of cycles)
    // Other moments each time: what fails is told with its seed.
    expect(cycle, `seed ${seed}`).toMatchObject({
      lost: [],
      duplicates: 0,
      unfounded: [],
      wrong: [],
    });
});
