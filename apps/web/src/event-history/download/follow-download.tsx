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
import type { z } from 'zod';
import { keepTold, notify } from '../../ui/notices.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import type { EventAddress } from '../../address/page-state.ts';
import { downloadWords, percentRead } from './download-words.ts';

export interface DownloadChoice {
  readonly format: DownloadFormat;
  readonly columns?: readonly string[];
}

/** Milliseconds between two looks, and how often in a row a look may fail. */
const EVERY = 700;
const PATIENCE = 10;

type Body = z.input<typeof downloadEndpoints.download.body>;
type Window = Pick<Asked, 'from' | 'to'>;

/** Starts a download of a search in the browser and tells how it goes until it has ended. */
export const download = (
  client: Client,
  { q, from, to, scopes }: Asked,
  choice: DownloadChoice,
  zone: TimeZone,
): Promise<void> => start(client, { q, from, to, scope: [...scopes], ...chosen(choice) }, zone);

/** The same of events that were chosen one by one. */
export const downloadEvents = (
  client: Client,
  events: readonly EventAddress[],
  choice: DownloadChoice,
  zone: TimeZone,
): Promise<void> => start(client, { events: [...events], ...chosen(choice) }, zone);

const chosen = ({ format, columns }: DownloadChoice) => ({
  format,
  ...(columns && { columns: [...columns] }),
});

async function start(client: Client, body: Body, zone: TimeZone): Promise<void> {
  const window = 'events' in body ? undefined : body;
  try {
    const { id, ticket, fileName } = await client.call(downloadEndpoints.download, { body });
    fetchByBrowser(ticket, fileName);
    await follow(client, id, window, zone);
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
  window: Window | undefined,
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

function tell(now: Download, window: Window | undefined, zone: TimeZone, cancel: () => void): void {
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
