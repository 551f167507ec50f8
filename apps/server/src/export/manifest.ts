import type { Report } from './format.types.ts';
import type { Chain } from './chain.ts';

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

interface Contents {
  readonly records: number;
  readonly withoutRecord: number;
  readonly files: Readonly<Record<string, FileDigest>>;
  readonly chain: ReturnType<Chain['shown']>;
}

/** What an evidence bundle says of itself; `verify-bundle` reads `counts`, `files` and `chain`. */
export function manifestText(report: Report, contents: Contents): string {
  const { records, withoutRecord, files, chain } = contents;
  const manifest = {
    format: 'trailglass-evidence/1',
    tool: { name: 'Trailglass', version: report.version },
    started: report.started,
    ended: report.ended,
    query: report.query,
    complete: report.complete && withoutRecord === 0,
    completeFrom: report.completeFrom,
    coverage: report.coverage,
    problems: report.problems,
    counts: { records, withoutRecord },
    files,
    chain,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
