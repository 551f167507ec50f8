import { isRegion, parseTime, type EpochMs, type Region } from '@trailglass/record';
import { z } from 'zod';

/** Without its today, what was read would be taken for settled too early or too late: a busy machine gets its time. */
const PATIENCE_MS = 20_000;

const Answer = z.object({
  now: z.union([z.string(), z.number()]).optional(),
  regions: z.array(z.string()).optional(),
});

/** What an endpoint on this machine says about itself. */
export interface LocalAbout {
  readonly now?: EpochMs;
  readonly regions?: readonly Region[];
}

export function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/** What a configured endpoint says about itself. */
export const endpointAbout = async (config: {
  readonly endpoint?: string | undefined;
}): Promise<LocalAbout | undefined> =>
  config.endpoint === undefined ? undefined : localAbout(config.endpoint);

/** `GET /_local/about`; undefined for an endpoint that has no such page, which is no failure. */
export async function localAbout(endpoint: string): Promise<LocalAbout | undefined> {
  if (!isLoopback(endpoint)) return undefined;
  try {
    const response = await fetch(new URL('/_local/about', endpoint), {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) return undefined;
    const { now, regions } = Answer.parse(await response.json());
    const time = typeof now === 'number' ? (now as EpochMs) : parseTime(now);
    const known = regions?.filter(isRegion) ?? [];
    return {
      ...(time === undefined ? {} : { now: time }),
      ...(known.length === 0 ? {} : { regions: known }),
    };
  } catch {
    return undefined;
  }
}
