import { ProblemError, problem } from '@trailglass/api';
import type { Request, RequestHandler, Response } from 'express';
import { setFileHeaders } from '../headers.ts';
import type { BuiltFile, BuiltFiles } from './files.ts';

/** Built files by their exact path, and for every other page path the shell, which finds its own way. */
export function serveFiles(files: BuiltFiles): RequestHandler {
  return (request, response) => {
    const { kind, target } = response.locals.entry;
    const path = target.split('?', 1)[0] ?? '/';
    const file = kind === 'page' ? files.get('/index.html') : files.get(path);
    if (!file)
      throw new ProblemError(
        problem('not-found', kind === 'page' ? unbuilt : `There is no ${path} here.`),
      );
    send(request, response, file);
  };
}

const unbuilt =
  'The page is not built yet. Stop the server, then start it with `npm start`, which builds it.';

function send(request: Request, response: Response, file: BuiltFile): void {
  setFileHeaders(response, file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  const encoding = request.acceptsEncodings(...file.encoded.keys());
  const bytes = encoding && file.encoded.get(encoding as 'br' | 'gzip');
  if (encoding && bytes) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', (bytes || file.plain).length);
  response.end(request.method === 'HEAD' ? undefined : bytes || file.plain);
}
