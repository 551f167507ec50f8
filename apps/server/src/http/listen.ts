import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';

/** Bounds that a browser never meets and a slow or greedy client does. Milliseconds and bytes. */
export const limits = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 15_000,
  maxHeaderSize: 16 * 1024,
} as const;
const mostConnections = 2048;

export interface Listener {
  readonly port: number;
  /** Stops listening, gives answers in progress a moment, then cuts what is left. */
  readonly close: () => Promise<void>;
}

/**
 * Listens, then builds what answers: the Host list holds the port, which may be chosen by the system.
 * @throws the system's error, for example EADDRINUSE
 */
export async function listen(
  at: { readonly bind: string; readonly port: number },
  answer: (port: number) => RequestListener,
): Promise<Listener> {
  const server = createServer({ ...limits });
  server.maxConnections = mostConnections;
  // Without a listener the connection would just drop; a CONNECT deserves the answer of any other method.
  server.on('connect', (_request, socket) => {
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.bind, () => {
      const { port } = server.address() as AddressInfo;
      server.on('request', answer(port));
      resolve(port);
    });
  });
  return { port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, 500);
  await closed;
  clearTimeout(late);
}
