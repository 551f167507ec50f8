import { downloadEndpoints, downloadPath } from '@trailglass/api';
import type { Request, Response } from 'express';
import type { Service } from '../../service.types.ts';
import { closing, type Registrar, register } from '../endpoint.ts';
import type { Entry } from '../gate/gate.ts';
import { sendFile } from '../send-file.ts';
import { eventsOf, namedEvents } from './events-asked.ts';

/**
 * A whole search as a file. A browser fetches a file without our headers, so the ticket, which only the page can ask
 * for, stands for the header's half of the session; the cookie comes along.
 */
export function downloadRoutes(
  to: Registrar,
  { downloads }: Service,
  mayFetch: (request: Request, entry: Entry) => void,
): void {
  register(to, downloadEndpoints.download, async ({ body }) =>
    downloads.create({
      ...('events' in body ? { events: namedEvents(body.events) } : eventsOf(body)),
      format: body.format,
      columns: body.columns,
    }),
  );
  register(to, downloadEndpoints.downloading, async ({ params }) => downloads.shown(params.id));
  register(to, downloadEndpoints.cancelDownload, async ({ params }) => downloads.cancel(params.id));
  const fetched = async (request: Request, response: Response): Promise<void> => {
    mayFetch(request, response.locals.entry);
    const file = downloads.fetch(String(request.params['ticket']));
    await sendFile(response, file, closing(response));
  };
  to.router.get(downloadPath(':ticket'), (request, response, next) => {
    fetched(request, response).then(undefined, next);
  });
}
