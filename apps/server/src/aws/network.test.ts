import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Problem } from '@trailglass/api';
import type { Region } from '@trailglass/record';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { emptyFolder } from '../../test/against-archive.ts';
import {
  framesOf,
  ofType,
  REGION,
  request,
  serviceAgainstLocal,
} from '../../test/against-local.ts';
import { createService } from '../service.ts';

// U25: each network that is in the way is told apart, with what to do.

async function told(endpoint: string): Promise<Problem> {
  const service = await createService(
    {
      mode: 'endpoint',
      endpoint,
      accounts: [{ kind: 'keys', name: 'prod', accessKeyId: 'local', secretAccessKey: 'local' }],
      regions: [REGION as Region],
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

test('a black hole: no connection comes about, and nobody waits longer than three seconds for each try', async ({
  skip,
}) => {
  // Of documentation, led nowhere (RFC 5737); some networks answer for it all the same.
  const begun = performance.now();
  const { type, detail } = await told('http://192.0.2.1');
  if (type === 'unreachable') skip('this network answers for addresses that are nobody’s');
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
  expect(local.requests().filter(({ operation }) => operation === 'LookupEvents')).toHaveLength(1);
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
