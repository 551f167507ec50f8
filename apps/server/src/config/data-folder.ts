import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../archive/protocol/protocol.ts';
import type { AwsConfig } from './types.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this platform's programs keep what is not to be lost. */
export function platformDataFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Trailglass');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Trailglass');
    default: {
      // The specification: a relative path is to be ignored.
      const data = env['XDG_DATA_HOME'];
      return join(data?.startsWith('/') ? data : join(home, '.local', 'share'), 'trailglass');
    }
  }
}

/**
 * Where the events of one source are kept: those of AWS, of each endpoint and of the demo apart, as nothing in an event
 * tells them from each other. An endpoint whose events are made anew at every start would be remembered wrong, so
 * nothing of it outlives this process unless a folder was named.
 */
export function placeOf(
  { mode, endpoint }: Pick<AwsConfig, 'mode' | 'endpoint'>,
  { dataDir, passing }: { readonly dataDir?: string | undefined; readonly passing: boolean },
): Place {
  if (dataDir === ':memory:' || (dataDir === undefined && (mode === 'demo' || passing)))
    return { kind: 'memory' };
  const base = dataDir ?? platformDataFolder();
  if (mode === 'demo') return { kind: 'folder', folder: join(base, 'demo'), fresh: true };
  if (endpoint === undefined) return { kind: 'folder', folder: join(base, 'aws') };
  const name = createHash('sha256').update(new URL(endpoint).href).digest('hex').slice(0, 12);
  return { kind: 'folder', folder: join(base, `endpoint-${name}`) };
}
