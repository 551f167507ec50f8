import type { About, Account } from '@trailglass/api';
import type { ServerConfig } from '../config/server-config.ts';
import { addressOf } from './address.ts';

export interface Ready {
  readonly listen: ServerConfig['listen'] & { readonly port: number };
  /** Absent while AWS has not said yet who is calling. */
  readonly about: About | undefined;
  readonly mode: About['mode'];
}

const modes: Record<About['mode'], string> = {
  demo: 'sample events from an endpoint on this machine (--profile NAME shows yours)',
  endpoint: 'events of a CloudTrail-compatible endpoint',
  aws: 'event history of AWS',
};

/** What the terminal shows when the server answers: the address on a line of its own, then facts under one another. */
export function readyText({ listen, about, mode }: Ready): string {
  const facts: [label: string, lines: readonly string[]][] = [['Mode', [modes[mode]]]];
  if (about) {
    facts.push(['Accounts', accountLines(about.accounts)]);
    if (about.regions.length > 0) facts.push(['Regions', [shortList(about.regions)]]);
    if (about.mode !== 'demo' && about.endpoint) facts.push(['Endpoint', [about.endpoint]]);
  } else {
    facts.push(['Accounts', ['AWS has not answered yet; the page shows them when it does']]);
  }
  if (listen.remote) facts.push(['Exposed', exposure(listen.bind, listen.port)]);
  return `Trailglass is ready at ${addressOf(listen)}\n\n${block(facts)}`;
}

/** The link that signs in, in the same layout. */
export const linkText = (listen: Ready['listen'], token: string, how: string): string =>
  block([['Sign in', [`${addressOf(listen)}#k=${token}`, `Works once, for 5 minutes. ${how}`]]]);

const block = (facts: readonly [string, readonly string[]][]): string =>
  facts
    .flatMap(([label, lines]) =>
      lines.map((line, at) => `  ${(at === 0 ? label : '').padEnd(10)}${line}\n`),
    )
    .join('');

function accountLines(accounts: readonly Account[]): string[] {
  const name = Math.max(...accounts.map((account) => account.name.length));
  return accounts.flatMap(({ name: label, id, caller, problem }) => {
    const known = problem ? problem.detail : [id, caller].filter(Boolean).join('  ');
    const mend = problem?.command === undefined ? [] : [`${' '.repeat(name)}  ${problem.command}`];
    return [`${label.padEnd(name)}  ${known}`, ...mend].map(plain);
  });
}

const shortList = (regions: readonly string[]): string =>
  regions.length <= 6
    ? regions.join(', ')
    : `${regions.slice(0, 5).join(', ')} and ${regions.length - 5} more`;

const exposure = (bind: string, port: number): string[] => [
  `Other machines can reach port ${port} of ${bind}. Whoever signs in reads all the events above.`,
  'The connection is not encrypted: put a proxy with TLS in front, or use it on a network you trust.',
];

/** Names come from configuration and AWS: a terminal must not obey them. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
