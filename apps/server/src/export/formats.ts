import { problem, ProblemError, type DownloadFormat } from '@trailglass/api';
import { bundle } from './bundle-file.ts';
import { consoleCsv, csvOfColumns } from './csv-file.ts';
import type { Format } from './format.types.ts';
import { parquet } from './parquet-file.ts';
import { json, ndjson } from './records-files.ts';

/** What the answer says its body is. */
export const mediaTypes: Readonly<Record<DownloadFormat, string>> = {
  'console-csv': 'text/csv; charset=utf-8; header=present',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  bundle: 'application/zip',
};

/** Throws bad-request for columns that are none. */
export function formatOf(format: DownloadFormat, columns: readonly string[] | undefined): Format {
  switch (format) {
    case 'console-csv':
      return consoleCsv;
    case 'csv':
      if (columns === undefined)
        throw new ProblemError(problem('bad-request', 'Name the columns of the CSV.'));
      return csvOfColumns(columns);
    case 'json':
      return json;
    case 'ndjson':
      return ndjson;
    case 'parquet':
      return parquet;
    case 'bundle':
      return bundle;
  }
}
