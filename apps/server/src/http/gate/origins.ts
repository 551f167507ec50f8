/** The addresses this server answers to: `host:port`, lower case → the origin a browser shows for it. */
export type Origins = ReadonlyMap<string, string>;

export interface Listening {
  /** The IP address that is bound. */
  readonly bind: string;
  readonly port: number;
  /** Origins under which a proxy or a published container port shows this server. */
  readonly publicOrigins: readonly string[];
}

const wildcards = new Set(['0.0.0.0', '::']);

/** An exact list and a short one: no suffixes, no patterns, nothing that another machine could be named. */
export function originsOf({ bind, port, publicOrigins }: Listening): Origins {
  const bracketed = bind.includes(':') ? `[${bind}]` : bind;
  const names = new Set(['127.0.0.1', 'localhost', '[::1]']);
  if (!wildcards.has(bind)) names.add(bracketed);
  const origins = new Map<string, string>();
  for (const name of names) {
    const origin = new URL(`http://${name}:${port}`).origin;
    origins.set(`${name}:${port}`, origin);
    // Browsers leave out the scheme's own port.
    if (port === 80) origins.set(name, origin);
  }
  for (const text of publicOrigins) {
    const { host, origin } = new URL(text);
    origins.set(host, origin);
  }
  return origins;
}

/** Case folded and without the one trailing dot that DNS allows: `LOCALHOST.:80` is `localhost:80`. */
export const foldHost = (host: string): string =>
  host.toLowerCase().replace(/\.(?=(?::\d+)?$)/, '');
