const names = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** May the endpoint listen here? It hands out events to whoever holds the key `local`, so only to this machine. */
export const isLoopbackHost = (host: string): boolean => names.has(host);

/** A Host header that names this machine. Any other means that a web page was tricked into asking. */
export const namesLoopback = (header: string | undefined): boolean =>
  header !== undefined && names.has(header.toLowerCase().replace(/:\d{1,5}$/, ''));
