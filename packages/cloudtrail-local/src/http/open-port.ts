import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { amzJsonError } from './answer.ts';
import { AwsError } from '../aws-error.ts';
import { send } from '../faults/misbehave.ts';
import { isLoopbackHost } from './loopback.ts';

export interface OpenPort {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on this machine only. Throws with one clear line when the port is taken or the host is not loopback. */
export async function openPort(host: string, port: number, answer: Answer): Promise<OpenPort> {
  if (!isLoopbackHost(host))
    throw new Error(`--host ${host} is not this machine: use 127.0.0.1, localhost or ::1.`);
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error));
  });
  await listening(server, host, port);
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://${host === '::1' ? '[::1]' : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Answers that a fault holds back would keep the port open for ever.
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use: choose another with --port, or 0 for any free one.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

function fail(response: ServerResponse, error: unknown): void {
  // The client left: there is nobody to tell.
  if (response.destroyed || response.headersSent) return;
  process.stderr.write(`cloudtrail-local: ${(error as Error).stack ?? String(error)}\n`);
  send(response, amzJsonError(new AwsError('InternalFailure', 'The request failed.', 500)));
}
