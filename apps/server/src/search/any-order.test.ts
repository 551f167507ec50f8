import fc from 'fast-check';
import type { Region } from '@trailglass/record';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { life } from '../../test/any-order/life.ts';
import { live, nothingYet, type KillableArchive } from '../../test/any-order/live.ts';
import { World } from '../../test/any-order/world.ts';

const RUNS = Number(process.env['TRAILGLASS_RUNS'] ?? 100);
/** To find the same lives again. */
const SEED = Number(process.env['TRAILGLASS_SEED'] ?? Date.now() % 1_000_000);
/** Each waits for its own store, in which only its own lives are remembered. */
const LANES = Math.min(4, RUNS);
/** What was read before is of other Regions, and only makes everything slower. */
const LIVES_PER_ARCHIVE = 200;
const PATIENCE_MS = 60_000 + RUNS * 2_000;

test(
  'a search that ends complete has every event that AWS has, each once, whatever was read before in whatever order',
  async ({ annotate }) => {
    const tally = nothingYet();
    let ids = 0;
    let regions = 0;
    const region = (): Region => `eu-test-${(regions += 1)}` as Region;
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        let archive: KillableArchive | undefined;
        let lives = 0;
        await fc.assert(
          fc.asyncProperty(life, async (lived) => {
            if (lives % LIVES_PER_ARCHIVE === 0) {
              await archive?.close();
              archive = await archiveIn(inFolder(emptyFolder()));
            }
            lives += 1;
            await using world = new World([region(), region()], archive!, () => (ids += 1));
            await live(lived, world, archive!, tally);
          }),
          { numRuns: Math.ceil(RUNS / LANES), seed: SEED + lane },
        );
      }),
    );
    const seconds = (performance.now() - begun) / 1000;
    await annotate(
      `seed ${SEED}, ${(tally.lives / seconds).toFixed(1)} lives a second: ${JSON.stringify(tally)}`,
    );
    expect(tally.lives).toBeGreaterThanOrEqual(RUNS);
    expect(tally.complete).toBeGreaterThan(RUNS);
  },
  PATIENCE_MS,
);
