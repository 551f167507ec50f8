import type { About } from '@trailglass/api';
import type { Logger } from 'pino';
import { type Archive, openArchive } from './archive/archive.ts';
import { localAbout } from './aws/local-endpoint.ts';
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
  let archive: Archive | undefined;
  try {
    archive = await archiveOf(aws, config, places.storeScript, log);
    const opened = archive;
    const service = await createService(aws, log, {}, opened, { keepReading: config.keepReading });
    const { webFolder } = places;
    const { listen, signIn } = config;
    const { port, door, close } = await serve({ service, log, listen, signIn, webFolder });
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
        await opened.close();
        await demo?.close();
      },
    };
  } catch (error) {
    await archive?.close();
    await demo?.close();
    throw error;
  }
}

async function archiveOf(
  aws: AwsConfig,
  { dataDir, keepDays }: ServerConfig,
  script: string,
  log: Logger,
): Promise<Archive> {
  // Whatever answers there makes its events anew at each start.
  const passing =
    aws.mode === 'endpoint' &&
    aws.endpoint !== undefined &&
    (await localAbout(aws.endpoint)) !== undefined;
  return openArchive({ script, place: placeOf(aws, { dataDir, passing }), log, keepDays });
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
