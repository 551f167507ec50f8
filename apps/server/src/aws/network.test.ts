import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '@trailglass/api';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { emptyFolder } from '../../test/against-archive.ts';
import { lookups, serviceAgainstLocal } from '../../test/against-local.ts';
import { REGION } from '../../test/records.ts';
import { framesOf, ofType, request } from '../../test/searches.ts';
import { createService } from '../service.ts';

// U25: each network that is in the way is told apart, with what to do.

async function told(endpoint: string): Promise<Problem> {
  const service = await createService(
    {
      mode: 'endpoint',
      endpoint,
      accounts: [{ kind: 'keys', name: 'prod', accessKeyId: 'local', secretAccessKey: 'local' }],
      regions: [REGION],
    },
    pino({ level: 'silent' }),
    { backoff: { baseMs: 1, capMs: 2 } },
  );
  onTestFinished(() => service.close());
  const frames = await framesOf(service, request({ scopes: [`prod:${REGION}`] }));
  const { accounts } = await service.about({ check: false });
  const [problem] = ofType(frames, 'problem').slice(-1);
  // The account's page says the same.
  expect(accounts[0]?.problem?.type).toBe(problem?.problem.type);
  return problem!.problem;
}

function listening(server: Server): Promise<number> {
  onTestFinished(() => {
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

test('a name that is not found', async () => {
  const { type, detail } = await told('http://cloudtrail.invalid');
  expect(type).toBe('unreachable');
  expect(detail).toContain('its name is not found. Check the network, the DNS and the Region.');
});

test('nothing that listens', async () => {
  const server = createServer();
  const port = await listening(server);
  server.close();
  const { type, detail } = await told(`http://127.0.0.1:${port}`);
  expect(type).toBe('unreachable');
  expect(detail).toContain('the connection was refused');
});

/** A port whose queue of connections is full and whose owner sleeps: the system drops whatever else arrives. */
async function blackHole(): Promise<number | string> {
  const listen = `const server = require('node:net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port));`;
  const owner = spawn(process.execPath, ['-e', listen], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    owner.kill('SIGKILL');
  });
  const port = Number(String((await once(owner.stdout, 'data'))[0]));
  owner.kill('SIGSTOP');
  for (let waiting = 0; waiting < 200; waiting += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    onTestFinished(() => {
      socket.destroy();
    });
    // Timers go before sockets: what came meanwhile on a busy machine is looked at first.
    const dropped = sleep(500)
      .then(() => setImmediate())
      .then(() => socket.connecting);
    if (await Promise.race([dropped, once(socket, 'connect').then(() => false)])) return port;
  }
  return 'this system queues connections without end';
}

test('a black hole: no connection comes about, and nobody waits longer than three seconds for each try', async ({
  skip,
}) => {
  const port = await blackHole();
  if (typeof port === 'string') return skip(port);
  const begun = performance.now();
  const { type, detail } = await told(`http://127.0.0.1:${port}`);
  expect(type).toBe('upstream-timeout');
  expect(detail).toMatch(/No connection .* firewall, a VPN or a proxy/);
  expect(performance.now() - begun).toBeLessThan(45_000);
}, 60_000);

test('a proxy that wants a sign-in', async () => {
  const { local, service } = await serviceAgainstLocal();
  local.setFaults([{ kind: 'html', status: 407 }]);
  const frames = await framesOf(service, request());
  expect(ofType(frames, 'problem').map(({ problem }) => problem)).toMatchObject([
    { type: 'unreachable', detail: expect.stringContaining('a proxy in between wants a sign-in') },
  ]);
  expect(lookups(local)).toBe(1);
});

test('TLS by an authority that is not known: nothing is sent, whatever the environment allows', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const folder = emptyFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const of = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  execFileSync('openssl', ['req', ...of, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const asked: (string | undefined)[] = [];
  const server = createTlsServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (incoming, response) => {
      if (incoming.method === 'POST') asked.push(incoming.headers.authorization);
      response.end();
    },
  );
  const port = await listening(server);
  const { type, detail } = await told(`https://127.0.0.1:${port}`);
  vi.unstubAllEnvs();
  expect(type).toBe('unreachable');
  expect(detail).toMatch(/its certificate is not trusted .* set NODE_EXTRA_CA_CERTS/);
  expect(asked).toEqual([]);
});
