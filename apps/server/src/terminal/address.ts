import type { ServerConfig } from '../config/server-config.ts';

/** The address to open, with a slash at its end. */
export function addressOf({ bind, port, publicOrigins }: ServerConfig['listen']): string {
  const [shown] = publicOrigins;
  if (shown !== undefined) return `${shown}/`;
  const name =
    bind === '0.0.0.0' || bind === '::' ? '127.0.0.1' : bind.includes(':') ? `[${bind}]` : bind;
  return `http://${name}:${port}/`;
}
