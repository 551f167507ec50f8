import ProgressBar from '@cloudscape-design/components/progress-bar';
import {
  type Asked,
  type Client,
  type Download,
  downloadEndpoints,
  type DownloadFormat,
  downloadPath,
  ProblemError,
} from '@trailglass/api';
import { keepTold, notify } from '../../ui/notices.ts';
import type { TimeZone } from '../../ui/time-zone.ts';
import { downloadWords, percentRead } from './download-words.ts';

export interface DownloadChoice {
  readonly format: DownloadFormat;
  readonly columns?: readonly string[];
}

/** Milliseconds between two looks, and how often in a row a look may fail. */
const EVERY = 700;
const PATIENCE = 10;

/** Starts a download in the browser and tells how it goes until it has ended. */
export async function download(
  client: Client,
  { q, from, to, scopes }: Asked,
  { format, columns }: DownloadChoice,
  zone: TimeZone,
): Promise<void> {
  const body = {
    q,
    from,
    to,
    scope: [...scopes],
    format,
    ...(columns && { columns: [...columns] }),
  };
  try {
    const { id, ticket, fileName } = await client.call(downloadEndpoints.download, { body });
    fetchByBrowser(ticket, fileName);
    await follow(client, id, { from, to }, zone);
  } catch (error) {
    const { title, detail } =
      error instanceof ProblemError
        ? error.problem
        : {
            title: 'The download could not be followed',
            detail: 'Look in the browser’s downloads.',
          };
    notify({ type: 'error', header: `Download: ${title}`, content: detail });
  }
}

/** Only the browser's own download takes a file of any size to the disk as it comes. */
function fetchByBrowser(ticket: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = downloadPath(ticket);
  link.download = fileName;
  link.click();
}

async function follow(
  client: Client,
  id: string,
  window: { from: string; to: string },
  zone: TimeZone,
): Promise<void> {
  const params = { id };
  const cancel = (): void => {
    client.call(downloadEndpoints.cancelDownload, { params }).catch(() => undefined);
  };
  let failures = 0;
  for (;;) {
    try {
      const now = await client.call(downloadEndpoints.downloading, { params });
      failures = 0;
      tell(now, window, zone, cancel);
      if (now.complete !== undefined) return;
    } catch (error) {
      failures += 1;
      const gone = error instanceof ProblemError && error.problem.type === 'not-found';
      if (!gone && failures < PATIENCE) continue;
      keepTold(id, undefined);
      throw error;
    } finally {
      await new Promise((resolve) => {
        setTimeout(resolve, EVERY);
      });
    }
  }
}

function tell(
  now: Download,
  window: { from: string; to: string },
  zone: TimeZone,
  cancel: () => void,
): void {
  const { type, header, content } = downloadWords(now, zone);
  if (now.complete !== undefined) {
    keepTold(now.id, { type, header, content });
    return;
  }
  keepTold(now.id, {
    type,
    header,
    content: (
      <ProgressBar
        variant="flash"
        value={percentRead(now, window)}
        ariaLabel={header}
        additionalInfo={content}
      />
    ),
    button: { text: 'Cancel', onClick: cancel },
  });
}
