import type { ChildProcess } from 'node:child_process';
import type { About } from '@trailglass/api';
import type { Logger } from 'pino';
import { type Archive, openArchive } from './archive/archive.ts';
import { endpointAbout, type LocalAbout } from './aws/local-endpoint.ts';
import { placeOf } from './config/data-folder.ts';
import type { ServerConfig } from './config/server-config.ts';
import type { AwsConfig } from './config/types.ts';
import { type Demo, startDemo } from './demo.ts';
import { serve } from './http/serve.ts';
import { createService } from './service.ts';

/** Milliseconds that the terminal waits for AWS to say who is calling, before it shows the address without it. */
const patienceMs = 4000;

export interface Places {
  /** The page, built. */
  readonly webFolder: string;
  /** The program of the endpoint with sample events, built. */
  readonly demoScript: string;
  /** The program of the archive's store, built. */
  readonly storeScript: string;
  /** That program, already started. */
  readonly early?: ChildProcess;
}
export interface Running {
  readonly listen: ServerConfig['listen'];
  readonly mode: About['mode'];
  /** Absent when AWS has not answered in time. */
  readonly about: About | undefined;
  /** A new sign-in token; the one before is void. Absent where nobody needs to sign in. */
  readonly newLink: (() => string) | undefined;
  /** Resolves, with the reason, if a part ends that the rest cannot do without. */
  readonly broken: Promise<string>;
  readonly close: () => Promise<void>;
}

/** Builds every part and listens. @throws what keeps it from starting, in words or as the system's error */
export async function run(config: ServerConfig, log: Logger, places: Places): Promise<Running> {
  const { source } = config;
  const demo = source.mode === 'demo' ? await demoOf(source, places) : undefined;
  const aws: AwsConfig = demo ? demo.config : (source as AwsConfig);
  const local = endpointAbout(aws);
  const opening = archiveOf(aws, config, places, log, local);
  try {
    // What needs no archive is done while it opens, which is the other processor's work.
    const { keepReading, listen, signIn } = config;
    const making = createService(aws, log, {}, opening, { keepReading }, local);
    const { webFolder } = places;
    const { port, door, close } = await serve({ service: making, log, listen, signIn, webFolder });
    const service = await making;
    const about = await within(patienceMs, service.about({ check: true }));
    return {
      listen: { ...listen, port },
      mode: aws.mode,
      about,
      newLink: door && (() => door.link.issue()),
      broken: demo
        ? demo.ended.then((why) => `The endpoint with sample events stopped: ${why}`)
        : new Promise(() => undefined),
      close: async () => {
        await close();
        await service.close();
        await (await opening).close();
        await demo?.close();
      },
    };
  } catch (error) {
    await opening.then((archive) => archive.close()).catch(() => undefined);
    await demo?.close();
    throw error;
  }
}

async function archiveOf(
  aws: AwsConfig,
  { dataDir, keepDays }: ServerConfig,
  { storeScript: script, early }: Places,
  log: Logger,
  local: Promise<LocalAbout | undefined>,
): Promise<Archive> {
  // Whatever answers there makes its events anew at each start.
  const passing = aws.mode === 'endpoint' && (await local) !== undefined;
  return openArchive({ script, early, place: placeOf(aws, { dataDir, passing }), log, keepDays });
}

async function demoOf(
  source: Extract<ServerConfig['source'], { mode: 'demo' }>,
  { demoScript }: Places,
): Promise<Demo> {
  try {
    return await startDemo(demoScript, source);
  } catch (error) {
    throw new Error(`The endpoint with sample events did not start: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

const within = <T>(ms: number, promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    promise.catch(() => undefined),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), ms).unref();
    }),
  ]);
