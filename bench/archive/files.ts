import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved } from '../figures/interleaved.ts';
import type { Line } from '../figures/report.ts';
import { rowsOf } from './ask.ts';
import type { Made } from './made-archive.ts';
import type { Served } from './serve.ts';

const question = 'source:ec2.amazonaws.com readOnly:false error:*';
const jq =
  '.Records[] | select(.eventSource == "ec2.amazonaws.com" and .readOnly == false and .errorCode != null)';

/** Looks for texts, so finds part of it: one record a line, then line by line. */
const grep = [
  String.raw`sed 's/},{"eventVersion"/}\n{"eventVersion"/g'`,
  ...['"eventSource":"ec2.amazonaws.com"', '"readOnly":false', '"errorCode":'].map(
    (text) => `grep -F '${text}'`,
  ),
].join(' | ');

const tools = {
  'zcat | grep': `xargs -0 zcat | ${grep}`,
  'zcat | jq': `xargs -0 zcat | jq -c '${jq}'`,
};

/** One in so many log files is looked through, a day of each account and Region: jq reads 20 MB a second. */
const oneIn = 90;

/** The same question of the log files by what is on every machine; of some of them, and scaled by bytes. */
export async function logFiles({ url }: Served, made: Made): Promise<Line[]> {
  if (made.logFiles === undefined) return [];
  const { folder, bytes } = made.logFiles;
  const some = readdirSync(folder)
    .filter((_, n) => n % oneIn === 7)
    .map((name) => join(folder, name));
  const part = bytes / some.reduce((sum, path) => sum + statSync(path).size, 0);
  const run = (tool: string) => (): Promise<void> => {
    const { status, stderr } = spawnSync('sh', ['-c', `${tool} > /dev/null`], {
      input: some.join('\0'),
      env: { ...process.env, LC_ALL: 'C' },
    });
    // grep says 1 when one of the files has no match.
    if (status !== 0 && status !== 1 && status !== 123) throw new Error(String(stderr));
    return Promise.resolve();
  };
  const lines: Line[] = [];
  let asked = 0;
  // Another user each time: what was asked before is answered from what was kept.
  const ours = () =>
    rowsOf(url, { q: `${question} -user:nobody-${(asked += 1)}`, scopes: made.scopes });
  for (const [name, tool] of Object.entries(tools)) {
    const { ours: took, theirs } = await interleaved(3, ours, run(tool));
    const whole = theirs * part;
    console.log(
      `  ${name}: ${(whole / 1000).toFixed(1)} s over all files, ${Math.round(whole / took)} times as long`,
    );
    lines.push({ what: `newest 200 × 1,000 ÷ ${name}`, ratio: (took * 1000) / whole, target: 1 });
  }
  return lines;
}

/** The store's files against the log files. */
export function onDisk(made: Made): Line[] {
  if (made.logFiles === undefined) return [];
  const { size } = statSync(join(made.folder, 'events.duckdb'));
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(
    `  on disk ${mb(size)}; ${mb(made.logFiles.bytes)} as .json.gz, ${mb(made.recordBytes)} as text`,
  );
  return [{ what: 'archive on disk ÷ .json.gz', ratio: size / made.logFiles.bytes, target: 0.65 }];
}
