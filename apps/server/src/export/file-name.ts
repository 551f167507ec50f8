import type { DownloadFormat } from '@trailglass/api';
import { printTime, type EpochMs } from '@trailglass/record';
import type { Target } from '../search/search.types.ts';

/** What the file holds: events, their fields fit for a spreadsheet, or records, as CloudTrail wrote them. */
const endings: Readonly<Record<DownloadFormat, string>> = {
  'console-csv': 'events.csv',
  csv: 'events-columns.csv',
  json: 'records.json',
  ndjson: 'records.ndjson',
  parquet: 'records.parquet',
  bundle: 'evidence.zip',
};

/** `cloudtrail-111122223333-eu-west-1-20261121T000000Z-20261122T000000Z-events.csv` */
export function fileName(
  format: DownloadFormat,
  labels: readonly Target['label'][],
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): string {
  const accounts = new Set(labels.map(({ account }) => account));
  const regions = new Set(labels.map(({ region }) => region));
  const parts = [
    'cloudtrail',
    oneOr(accounts, 'accounts'),
    oneOr(regions, 'regions'),
    moment(from),
    moment(to),
    endings[format],
  ];
  return parts.join('-').replace(/[^\w.-]+/g, '_');
}

const oneOr = (names: ReadonlySet<string>, many: string): string =>
  names.size === 1 ? [...names].join('') : `${names.size}-${many}`;

const moment = (time: EpochMs): string => printTime(time).replace(/[-:]|\.\d+/g, '');
