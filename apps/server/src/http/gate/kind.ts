/**
 * What a path is to the gate: `api` holds data; `download` is data that a browser fetches by itself, without the API's
 * headers; `open` is for probes and readers of documents; `report` is where
 * browsers post violations; `asset` is a file; `page` is the shell, which holds no data.
 */
export type Kind = 'api' | 'download' | 'open' | 'report' | 'asset' | 'page';

/** Exact strings, the only paths outside `page` and `asset` that are answered without a session. */
const open = new Set(['/healthz', '/readyz', '/api/openapi.json']);

export function kindOf(path: string): Kind {
  if (open.has(path)) return 'open';
  if (path === '/csp') return 'report';
  // Folded: /API/EVENTS is no route, but it is judged as strictly as one.
  if (/^\/api(?:\/|$)/i.test(path)) return 'api';
  if (/^\/download(?:\/|$)/i.test(path)) return 'download';
  return path.slice(path.lastIndexOf('/')).includes('.') || path.includes('/.') ? 'asset' : 'page';
}

const methods: Record<Exclude<Kind, 'api'>, readonly string[]> = {
  // Not HEAD: a ticket is used once.
  download: ['GET'],
  open: ['GET', 'HEAD'],
  report: ['POST'],
  asset: ['GET', 'HEAD'],
  page: ['GET', 'HEAD'],
};
const known = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** Methods that may go on; the API's own routes narrow theirs further. */
export const methodsOf = (kind: Kind): readonly string[] =>
  kind === 'api' ? known : methods[kind];
