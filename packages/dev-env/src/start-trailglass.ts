import { startProgram } from './program.ts';
import { type LocalProgram, startLocalProgram } from './start-local-program.ts';

export interface TrailglassOptions {
  /** Flags for cloudtrail-local besides its port; samples when there are none. */
  readonly local?: readonly string[];
  /** Flags for the server besides its port and endpoint, for example `--config FILE`. */
  readonly server?: readonly string[];
  /** Environment of the server, besides a clean one without AWS settings. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Running extends AsyncDisposable {
  /** Where the console is, without a slash at the end. */
  readonly url: string;
  readonly localUrl: string;
  readonly setFaults: LocalProgram['setFaults'];
  readonly requests: LocalProgram['requests'];
  readonly addRecords: LocalProgram['addRecords'];
  /** What the server has printed so far. */
  readonly output: () => string;
  /** Ends the server and starts another with the same flags; gives its address. */
  readonly restart: () => Promise<string>;
  /** Ends the endpoint alone, as when there is no network any more. */
  readonly cut: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The built server before the built endpoint, both on free ports of this machine, both ending with this process. */
export async function startTrailglass(options: TrailglassOptions = {}): Promise<Running> {
  const local = await startLocalProgram(options.local);
  try {
    const start = () =>
      startProgram(
        'apps/server/dist/main.js',
        ['--port', '0', '--endpoint', local.url, ...(options.server ?? [])],
        options.env,
      );
    let server = await start();
    const stop = async () => {
      await server.stop();
      await local.stop();
    };
    const { setFaults, requests, addRecords } = local;
    return {
      url: server.url,
      localUrl: local.url,
      setFaults,
      requests,
      addRecords,
      output: () => server.output(),
      restart: async () => {
        await server.stop();
        server = await start();
        return server.url;
      },
      cut: local.stop,
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await local.stop();
    throw error;
  }
}
