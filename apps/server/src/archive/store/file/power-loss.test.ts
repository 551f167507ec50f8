import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import { leftOnDisk, type Luck } from '../../../../test/power-loss/left-on-disk.ts';
import { recorded } from '../../../../test/power-loss/recorded.ts';
import { scope } from '../../../../test/records.ts';
import { expectHonest, idsIn, listed } from '../../../../test/written-archive.ts';

const STATES = Number(process.env['TRAILGLASS_STATES'] ?? 12);
/** To find the same states again, of one recording. */
const SEED = Number(process.env['TRAILGLASS_SEED'] ?? Date.now() % 1_000_000);

/** Nothing arrived, all of it, its beginning, or any sectors. */
const luck: fc.Arbitrary<Luck> = fc
  .record({
    kind: fc.constantFrom('none', 'all', 'beginning', 'any'),
    salt: fc.nat(),
    grown: fc.boolean(),
    renamed: fc.boolean(),
  })
  .map(({ kind, salt, grown, renamed }) => ({
    grown,
    renamed,
    arrived: (write, sector) => {
      if (kind === 'any')
        return (Math.imul(salt ^ (write << 16) ^ sector, 0x9e3779b1) >>> 16) % 2 === 0;
      return kind === 'all' || (kind === 'beginning' && sector % 8 < salt % 8);
    },
  }));

test(
  'S02: the power fails at any moment of a recorded life: it opens by itself, with everything that was acknowledged',
  async ({ skip, annotate }) => {
    const life = await recorded();
    if (typeof life === 'string') return skip(life);
    expect(life.ops.map(({ op }) => op)).toContain('remove');
    let acknowledged = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(life.ops.length), luck, async (moment, lucky) => {
        const next = life.ops[moment]?.at ?? Number.POSITIVE_INFINITY;
        const promised = life.acknowledged.filter(({ at }) => at < next).flatMap(({ ids }) => ids);
        const folder = emptyFolder();
        for (const [name, bytes] of leftOnDisk(life.before, life.ops.slice(0, moment), lucky))
          writeFileSync(join(folder, name), bytes);
        const archive = await archiveIn(inFolder(folder));
        try {
          const ids = await idsIn(archive);
          expect(ids).toEqual(expect.arrayContaining(promised));
          expect(new Set(ids).size).toBe(ids.length);
          await expectHonest(archive);
          await archive.write(scope, [listed(999, 10)]);
          expect(await idsIn(archive)).toHaveLength(ids.length + 1);
        } finally {
          await archive.close();
        }
        acknowledged += promised.length;
      }),
      { numRuns: STATES, seed: SEED, endOnFailure: true },
    );
    await annotate(
      `seed ${SEED}: ${life.ops.length} operations, ${STATES} states, ${acknowledged} events`,
    );
  },
  60_000 + STATES * 3_000,
);
