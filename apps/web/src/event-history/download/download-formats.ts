/** What an event's data can be downloaded as, in words. */
export const formats = [
  { id: 'console-csv', text: 'CSV', secondaryText: 'The CloudTrail console’s columns' },
  {
    id: 'csv',
    text: 'CSV, these columns',
    secondaryText: 'The columns of this list, in its order',
  },
  { id: 'json', text: 'JSON', secondaryText: 'Whole records, as in a trail’s log file' },
  { id: 'ndjson', text: 'NDJSON', secondaryText: 'Whole records, one a line' },
  {
    id: 'parquet',
    text: 'Parquet',
    secondaryText: 'Every field and the record, for DuckDB or Athena',
  },
  {
    id: 'bundle',
    text: 'Evidence bundle',
    secondaryText: 'Records with a manifest that proves what was read, and that it is unchanged',
  },
] as const;
