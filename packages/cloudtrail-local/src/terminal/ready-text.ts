import type { Skipped } from '../records/skipped.ts';
import type { Local } from '../start-local.ts';

/** What the terminal says once requests are answered: where, for whom, and what is not served. */
export function readyText(local: Local): string {
  const { now, samples, regions, events, newIds, skipped } = local.about();
  const within = local.eventsWithin90Days();
  return [
    `cloudtrail-local is ready at ${local.url}`,
    `  ${plural(events, 'event')}${samples ? ', samples among them,' : ''} in ${plural(regions.length, 'Region')}${regions.length > 0 ? ': ' : ''}${some(regions)}`,
    ...(within === events ? [] : [`  ${whyHidden(within, now)}`]),
    ...(newIds === 0 ? [] : [`  ${plural(newIds, 'record')} got an eventID of their own`]),
    ...local.invitation().accounts.map(accountLine),
    ...leftOut(skipped),
    '',
  ].join('\n');
}

type Account = ReturnType<Local['invitation']>['accounts'][number];

/** Keys that this program made up are told; those of an accounts file are known to whoever wrote it. */
function accountLine({ id, name, accessKeyId, secretAccessKey, ours }: Account, index: number) {
  const key =
    index === 0
      ? 'access key local, secret local'
      : `access key ${accessKeyId}${ours ? `, secret ${secretAccessKey}` : ''}`;
  return `  account ${id} (${name}): ${key}`;
}

const whyHidden = (within: number, now: string): string =>
  `${within === 0 ? 'none' : `only ${number(within)}`} of them happened in the 90 days to ${now.slice(0, 19)}Z: choose another today with --now, or --redate`;

/** One line for each file and reason, with the first lines it concerns. */
function leftOut(skipped: readonly Skipped[]): string[] {
  if (skipped.length === 0) return [];
  const groups = new Map<
    string,
    { name: string; reason: string; lines: string[]; count: number }
  >();
  for (const { source, reason, line, count } of skipped) {
    const key = `${source}\n${reason}`;
    const group = groups.get(key) ?? { name: source, reason, lines: [], count: 0 };
    groups.set(key, group);
    group.count += count;
    if (line !== undefined) group.lines.push(String(line));
  }
  const all = [...groups.values()];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  return [
    `  left out: ${plural(total, 'record')}`,
    ...all.map(({ name, reason, lines, count }) => {
      const place = `${count === 1 ? 'line' : 'lines'} ${some(lines, count)}`;
      return `    ${name} ${place}: ${reason}`;
    }),
  ];
}

/** The first few of many. */
function some(names: readonly string[], count = names.length): string {
  const few = names.slice(0, 6);
  const more = count - few.length;
  return few.join(', ') + (more > 0 ? ` and ${number(more)} more` : '');
}

const number = (n: number): string => n.toLocaleString('en-US');
const plural = (n: number, thing: string): string => `${number(n)} ${thing}${n === 1 ? '' : 's'}`;
