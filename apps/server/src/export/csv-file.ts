import { problem, ProblemError } from '@trailglass/api';
import { finder, parseSubject } from '@trailglass/query';
import { catalogue, fieldNamed, type FieldName, type TrailEvent } from '@trailglass/record';
import { csvLine } from './csv-text.ts';
import type { Format } from './format.types.ts';

interface Column {
  readonly head: string;
  readonly read: (event: TrailEvent) => string;
}

/** Lines of these columns under their heads. */
const csvOf = (columns: readonly Column[]): Format =>
  async function* csv({ batches }) {
    yield Buffer.from(csvLine(columns.map(({ head }) => head)));
    for await (const batch of batches) {
      const lines = batch.map((event) => csvLine(columns.map(({ read }) => read(event))));
      if (lines.length > 0) yield Buffer.from(lines.join(''));
    }
  };

const field = (head: string, name: FieldName): Column => ({
  head,
  read: (event) => String(fieldNamed(name)?.read(event) ?? ''),
});

/** The console's sixteen, in its words and its order. */
export const consoleCsv = csvOf([
  field('User name', 'username'),
  field('AWS access key', 'accessKeyId'),
  field('Event time', 'eventTime'),
  field('Event source', 'eventSource'),
  field('Event name', 'eventName'),
  field('AWS region', 'awsRegion'),
  field('Source IP address', 'sourceIPAddress'),
  field('User agent', 'userAgent'),
  field('Error code', 'errorCode'),
  {
    head: 'Resources',
    read: ({ envelope }) =>
      JSON.stringify(
        envelope.resources.map(({ type, name }) => ({ resourceType: type, resourceName: name })),
      ),
  },
  field('Request ID', 'requestID'),
  field('Event ID', 'eventId'),
  field('Read-only', 'readOnly'),
  field('Event type', 'eventType'),
  field('Recipient Account Id', 'recipientAccountId'),
  field('Event category', 'eventCategory'),
]);

/** Columns by name, each a field or a path into the record. Throws bad-request. */
export function csvOfColumns(names: readonly string[]): Format {
  return csvOf(names.map(columnNamed));
}

function columnNamed(name: string): Column {
  const subject = parseSubject(name);
  if (subject === undefined)
    throw new ProblemError(
      problem('bad-request', `There is no column “${name.slice(0, 80)}” to download.`),
    );
  const find = finder(subject);
  const label =
    subject.kind === 'field' && catalogue.find((row) => row.name === subject.name)?.label;
  return {
    head: label || name,
    read: (event) =>
      find(event)
        .map(({ text }) => text ?? '')
        .join(', '),
  };
}
