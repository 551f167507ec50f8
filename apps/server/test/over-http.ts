import { Client } from '@trailglass/api';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { serve } from '../src/http/serve.ts';
import type { Service } from '../src/service.types.ts';

/** Where the real server serves this on a free port of this machine; it ends with the test. */
export async function served(service: Service): Promise<string> {
  const { port, close } = await serve({
    service,
    log: pino({ level: 'silent' }),
    listen: { bind: '127.0.0.1', port: 0, publicOrigins: [] },
    signIn: false,
    webFolder: '/nowhere',
  });
  onTestFinished(close);
  return `http://127.0.0.1:${port}`;
}

/** A page's client of this service. */
export const clientOf = async (service: Service): Promise<Client> =>
  new Client(await served(service));
