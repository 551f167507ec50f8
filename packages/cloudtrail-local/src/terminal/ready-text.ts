import type { Local } from '../start-local.ts';

/** What the terminal says once requests are answered: where, for whom, and what is not served. */
export function readyText(local: Local): string {
  const { now, samples, accounts, regions, events, skipped } = local.about();
  const within = local.eventsWithin90Days();
  const count = skipped.reduce((sum, entry) => sum + entry.count, 0);
  return [
    `cloudtrail-local is ready at ${local.url}`,
    `  ${plural(events, 'event')}${samples ? ', samples among them,' : ''} in ${plural(regions.length, 'Region')}: ${regions.join(', ')}`,
    ...(within === events ? [] : [`  ${whyHidden(within, events, now)}`]),
    ...accounts.map(({ id, name }, index) => `  account ${id} (${name})${keyOf(local, index)}`),
    ...(count === 0 ? [] : [`  left out: ${plural(count, 'record')}`]),
    ...skipped.map(({ source, line, reason, count }) =>
      line === undefined
        ? `    ${source}: ${number(count)} more, each of which ${reason}`
        : `    ${source} line ${line} ${reason}`,
    ),
    '',
  ].join('\n');
}

/** Keys that this program made up are told; those of an accounts file are known to whoever wrote it. */
function keyOf(local: Local, index: number): string {
  const account = local.invitation().accounts[index];
  if (!account) return '';
  if (index === 0) return ': access key local, secret local';
  return account.ours
    ? `: access key ${account.accessKeyId}, secret ${account.secretAccessKey}`
    : `: access key ${account.accessKeyId}`;
}

const whyHidden = (within: number, events: number, now: string): string =>
  `only ${number(within)} of them happened in the 90 days to ${now}; choose another today with --now, or --redate` +
  (events > 0 && within === 0 ? ' (nothing will be found)' : '');

const number = (n: number): string => n.toLocaleString('en-US');
const plural = (n: number, thing: string): string => `${number(n)} ${thing}${n === 1 ? '' : 's'}`;
