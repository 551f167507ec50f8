import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How long the AWS CLI takes to list the same Region; undefined where it is not installed. */
export async function awsCli(
  endpoint: string,
  region: string,
  events: number,
): Promise<number | undefined> {
  const run = promisify(execFile);
  const begun = performance.now();
  try {
    const { stdout } = await run(
      'aws',
      [
        'cloudtrail',
        'lookup-events',
        '--endpoint-url',
        endpoint,
        '--region',
        region,
        '--query',
        'Events[].EventId',
        '--output',
        'json',
      ],
      {
        maxBuffer: 1 << 28,
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: 'local',
          AWS_SECRET_ACCESS_KEY: 'local',
          AWS_RETRY_MODE: 'standard',
          AWS_MAX_ATTEMPTS: '10',
        },
      },
    );
    const listed = (JSON.parse(stdout) as unknown[]).length;
    if (listed !== events) throw new Error(`the AWS CLI listed ${listed} of ${events} events`);
    return performance.now() - begun;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
