import { interleaved, ms } from '../figures/interleaved.ts';
import { quantile } from '../figures/quantile.ts';
import type { Line } from '../figures/report.ts';
import { rowsOf } from './ask.ts';
import { type ByHand, inWindow } from './by-hand.ts';
import type { Made } from './made-archive.ts';
import type { Served } from './serve.ts';

let asked = 0;
/** Another one each time: what was asked before is answered from what was kept. */
const absent = (): string => `a-word-that-no-record-has-${(asked += 1)}`;

/** A word in no record, which takes the whole scan, and one in few, whose first match is to come before its end. */
export async function words({ url }: Served, hand: ByHand, made: Made): Promise<Line[]> {
  const { scopes } = made;
  const ours = () => rowsOf(url, { q: absent(), scopes });
  const took = await interleaved(3, ours, () =>
    hand.rows(`SELECT event_id FROM events WHERE ${inWindow} AND contains(record, '${absent()}')`),
  );
  const anyCase = await interleaved(3, ours, () =>
    hand.rows(
      `SELECT event_id FROM events WHERE ${inWindow} AND contains(lower(record), '${absent()}')`,
    ),
  );
  console.log(
    `  a word in no record: ${ms(took.ours)}, contains ${ms(took.theirs)}, contains in any case ${ms(anyCase.theirs)}`,
  );
  const parts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const q = `TrailDiscontinued OR StopLogging OR ${absent()}`;
    const { firstMs, ms: all, rows } = await rowsOf(url, { q, scopes });
    if (rows === 0) throw new Error('no record has the rare word');
    parts.push(firstMs / all);
  }
  return [
    { what: 'word in no record ÷ contains', ratio: took.ratio, target: 1 },
    { what: 'word in no record ÷ contains in any case', ratio: anyCase.ratio, target: 1 },
    { what: 'rare word: first match ÷ end of the scan', ratio: quantile(parts, 0.5), target: 0.75 },
  ];
}
