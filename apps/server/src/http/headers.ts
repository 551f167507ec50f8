import type { ServerResponse } from 'node:http';

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'report-uri /csp',
].join('; ');
/** An API answer that someone opens as a page can do nothing. */
const dataPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

const always = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Origin-Agent-Cluster': '?1',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), clipboard-read=()',
};

/** Set before anything is decided, so that no answer leaves without them; the strictest until a file is served. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', dataPolicy);
  response.setHeader('Cache-Control', 'no-store');
}

/** For the shell and its files. */
export function setFileHeaders(response: ServerResponse, cacheControl: string): void {
  response.setHeader('Content-Security-Policy', pagePolicy);
  response.setHeader('Cache-Control', cacheControl);
}
