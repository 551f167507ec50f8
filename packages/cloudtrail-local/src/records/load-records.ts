import { shown } from './broken-zip.ts';
import { cutRecords } from './cut-records.ts';
import { BrokenJson } from './json-text.ts';
import { type LoadedRecord, loadRecord } from './loaded-record.ts';
import { isZip, linesOf, readLines, readText, textOf } from './read-file.ts';
import { readZip } from './zip-logs.ts';
import type { OwnIds } from './own-ids.ts';
import { isLineFile, recordFiles } from './record-files.ts';
import type { SkippedRecords } from './skipped.ts';

/** Takes each record with the source and line it came from. */
export type TakeRecord = (record: LoadedRecord, source: string, line: number) => void;

/** Loads every record under the paths. What cannot be served is named in `skipped`; only a missing path throws. */
export async function loadRecords(
  paths: readonly string[],
  skipped: SkippedRecords,
  take: TakeRecord,
  ids?: OwnIds,
): Promise<void> {
  const load = (log: LogFile): Promise<void> => loadFile(log, skipped, take, ids);
  for (const file of paths.flatMap(recordFiles)) {
    try {
      if (await isZip(file))
        await readZip(file, ({ name, bytes }) =>
          load({
            source: `${file}/${shown(name)}`,
            isLines: isLineFile(name),
            lines: () => linesOf(bytes()),
            text: () => textOf(bytes()),
          }),
        );
      else
        await load({
          source: file,
          isLines: isLineFile(file),
          lines: () => readLines(file),
          text: () => readText(file),
        });
    } catch (error) {
      skipped.add(file, 1, `cannot be read: ${(error as Error).message}`);
    }
  }
}

interface LogFile {
  readonly source: string;
  readonly isLines: boolean;
  readonly lines: () => AsyncIterable<string | undefined>;
  readonly text: () => Promise<string>;
}

async function loadFile(
  { source, isLines, lines, text }: LogFile,
  skipped: SkippedRecords,
  take: TakeRecord,
  ids?: OwnIds,
): Promise<void> {
  const progress = { line: 0 };
  try {
    if (!isLines) {
      loadText(await text(), source, 1, skipped, take, ids);
      return;
    }
    for await (const line of lines()) {
      progress.line += 1;
      if (line === undefined) skipped.add(source, progress.line, 'is a line longer than 16 MB');
      else loadLine(line, source, progress.line, skipped, take, ids);
    }
  } catch (error) {
    skipped.add(source, progress.line + 1, `cannot be read on: ${(error as Error).message}`);
  }
}

const holdsList = /"(?:Records|Events)"\s*:\s*\[/;

/** A line is nearly always one record; then there is nothing to cut, and big files load twice as fast. */
function loadLine(
  line: string,
  source: string,
  at: number,
  skipped: SkippedRecords,
  take: TakeRecord,
  ids?: OwnIds,
): void {
  const text = line.trim();
  if (!text.startsWith('{') || holdsList.test(text)) {
    loadText(line, source, at, skipped, take, ids);
    return;
  }
  const record = loadRecord({ start: 0, text, looked: false }, ids);
  if (typeof record === 'string') skipped.add(source, at, record);
  else take(record, source, at);
}

/** Loads the records in one text: a whole log file, or one line. */
export function loadText(
  text: string,
  source: string,
  firstLine: number,
  skipped: SkippedRecords,
  take: TakeRecord,
  ids?: OwnIds,
): void {
  const lineAt = lineCounter(text, firstLine);
  try {
    for (const cut of cutRecords(text)) {
      const record = loadRecord(cut, ids);
      const line = lineAt(cut.start);
      if (typeof record === 'string') skipped.add(source, line, record);
      else take(record, source, line);
    }
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    skipped.add(source, lineAt(error.at), error.message);
  }
}

/** Line numbers for positions that only grow, without counting from the start each time. */
function lineCounter(text: string, firstLine: number): (position: number) => number {
  let line = firstLine;
  let next = text.indexOf('\n');
  return (position) => {
    while (next >= 0 && next < position) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
