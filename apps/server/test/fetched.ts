import { downloadEndpoints, downloadPath, type DownloadFormat } from '@trailglass/api';
import { printTime } from '@trailglass/record';
import { request } from './searches.ts';

/** The bytes of a file of all events, asked for and fetched as the page does. */
export async function fetched(
  url: string,
  format: DownloadFormat,
  scope: readonly string[],
): Promise<Buffer> {
  const { from, to } = request();
  const asked = await fetch(url + downloadEndpoints.download.path, {
    method: 'POST',
    headers: { 'x-requested-by': 'trailglass', 'content-type': 'application/json' },
    body: JSON.stringify({ from: printTime(from), to: printTime(to), scope, format }),
  });
  const { ticket } = downloadEndpoints.download.answer.parse(await asked.json());
  const file = await fetch(url + downloadPath(ticket), {
    headers: { 'x-requested-by': 'trailglass' },
  });
  if (!file.ok) throw new Error(`${format}: ${file.status} ${await file.text()}`);
  return Buffer.from(await file.arrayBuffer());
}
