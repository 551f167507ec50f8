import type { Logger } from 'pino';
import type { Service } from '../service.types.ts';
import { createApp } from './app.ts';
import { originsOf } from './gate/origins.ts';
import { listen } from './listen.ts';
import { Door } from './sign-in/door.ts';
import { readBuiltFiles } from './static/files.ts';

export interface ServeOptions {
  /** The page's files are read while it is made. */
  readonly service: Service | Promise<Service>;
  readonly log: Logger;
  readonly listen: {
    readonly bind: string;
    readonly port: number;
    readonly publicOrigins: readonly string[];
  };
  readonly signIn: boolean;
  /** The page, built. */
  readonly webFolder: string;
}
export interface Serving {
  readonly port: number;
  /** Absent where nobody needs to sign in. */
  readonly door: Door | undefined;
  readonly close: () => Promise<void>;
}

/** The page and its API on one port. @throws the system's error when it cannot listen */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { log, signIn, webFolder } = options;
  const door = signIn ? new Door() : undefined;
  const files = readBuiltFiles(webFolder);
  const service = await options.service;
  const { port, close } = await listen(options.listen, (port) =>
    createApp({ service, log, door, files, origins: originsOf({ ...options.listen, port }) }),
  );
  return { port, door, close };
}
