import type { ServerConfig } from '../config/server-config.ts';

/** Why the server did not start, in one line with what to do. */
export function failureText(error: unknown, { bind, port }: ServerConfig['listen']): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${bind} is in use. Stop what uses it, or choose another with --port, for example --port ${port === 65_535 ? 0 : port + 1}.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${bind}. Leave --bind out, or give one that it has.`;
    case undefined:
    default:
      return message;
  }
}
