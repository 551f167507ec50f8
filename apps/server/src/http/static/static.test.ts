import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw, request } from '../test/raw.ts';
import { testServer, type TestServer } from '../test/parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailglass-web-'));
const script = 'console.log("trailglass")';
const files: Record<string, string | Buffer> = {
  'index.html': '<!doctype html><title>shell</title>',
  'favicon.svg': '<svg/>',
  'assets/app-1a2b.js': script,
  'assets/app-1a2b.js.br': brotliCompressSync(script),
  'assets/app-1a2b.js.map': '{}',
  '.env': 'SECRET=1',
  'package.json.bak': 'x',
};

let server: TestServer;
beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  server = await testServer({ webFolder: folder, signIn: true });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
  raw(
    server.port,
    request(`127.0.0.1:${server.port}`, target, {
      method,
      headers: { 'sec-fetch-site': 'none', ...headers },
    }),
  );

test.each(['/', '/events/111122223333/eu-west-1/abc?time=2026', '/settings'])(
  '%s is the shell (H35)',
  async (target) => {
    const { status, headers, body } = await get(target);
    expect({ status, body }).toEqual({ status: 200, body: files['index.html'] });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp",
    );
  },
);

test('a hashed file is kept for ever, and sent as it was compressed', async () => {
  const plain = await get('/assets/app-1a2b.js');
  expect(plain).toMatchObject({ status: 200, body: script });
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(plain.headers.get('vary')).toBe('Accept-Encoding');
  expect(plain.headers.has('content-encoding')).toBe(false);
  const small = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' });
  expect(small.headers.get('content-encoding')).toBe('br');
});

test('what has not changed is not sent again', async () => {
  const etag = (await get('/favicon.svg')).headers.get('etag') ?? '';
  expect(await get('/favicon.svg', { 'if-none-match': etag })).toMatchObject({
    status: 304,
    body: '',
  });
});

test('HEAD is GET without the body', async () => {
  const { status, headers, body } = await get('/', {}, 'HEAD');
  expect({ status, body }).toEqual({ status: 200, body: '' });
  expect(headers.get('content-length')).toBe(String(files['index.html']?.length));
});

test.each([
  '/.git/config',
  '/.env',
  '/package.json',
  '/package.json.bak',
  '/src/main.tsx',
  '/assets/app-1a2b.js.map',
  '/assets/app-1a2b.js.br',
  '/assets/missing.js',
  '/.well-known/thing',
])('%s is not there, nor the shell (H34)', async (target) => {
  const { status, headers } = await get(target);
  expect(status).toBe(404);
  expect(headers.get('content-type')).toContain('application/problem+json');
});

test.each([
  '/assets/..%2f..%2fetc/passwd',
  '/assets/../../etc/passwd',
  '/assets/%2e%2e/%2e%2e/etc/passwd',
])('%s is refused (H34)', async (target) => {
  expect((await get(target)).status).toBe(400);
});
