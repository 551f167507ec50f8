import { parseTime } from '@trailglass/record';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readAccounts } from '../accounts.ts';
import { type Fault, parseFaultFlag } from '../faults/fault.ts';
import type { LocalOptions } from '../options.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly records: readonly string[];
  readonly samples?: true;
  readonly accounts?: string;
  readonly now?: number;
  readonly redate?: true;
  readonly newIds?: true;
  readonly latency: number;
  readonly rate: number;
  readonly fault: readonly Fault[];
  readonly seed: number;
  readonly log?: string;
  readonly strictAttributes?: true;
}

/** What the command line asks for. Throws commander's error, whose message is one line, when it is wrong. */
export function readFlags(argv: readonly string[]): LocalOptions {
  const command = program();
  command.parse(argv, { from: 'user' });
  const flags = command.opts<Flags>();
  return {
    port: flags.port,
    host: flags.host,
    records: flags.records,
    samples: flags.samples ?? flags.records.length === 0,
    accounts: flags.accounts === undefined ? undefined : readAccounts(flags.accounts),
    now: flags.now,
    redate: flags.redate,
    newIds: flags.newIds,
    latencyMs: flags.latency,
    ratePerSecond: flags.rate,
    faults: flags.fault,
    seed: flags.seed,
    logFile: flags.log,
    strictAttributes: flags.strictAttributes,
  };
}

const program = (): Command =>
  new Command('cloudtrail-local')
    .description(
      'A CloudTrail endpoint on this machine: LookupEvents and STS, signed as AWS wants it.',
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .option('--port <n>', 'port to listen on, 0 for any free one', whole(0, 65_535), 4518)
    .option('--host <address>', '127.0.0.1, localhost or ::1', '127.0.0.1')
    .option('--records <path>', 'record file, .zip or folder; repeat for more', collect, [])
    .option('--samples', 'serve sample events (the default without --records)')
    .option('--accounts <file>', 'JSON list of accounts with their access keys')
    .addOption(
      new Option('--now <time>', "the endpoint's today, for example 2024-11-30T12:00:00Z")
        .argParser(time)
        .conflicts('redate'),
    )
    .option('--redate', 'shift all records so that the newest happened now')
    .option('--new-ids', 'give records with no eventID, or a repeated one, an eventID of their own')
    .option('--latency <ms>', 'delay of every answer', whole(0, 600_000), 0)
    .option('--rate <n>', 'LookupEvents a second per account and Region, 0 for any', number, 2)
    .option('--fault <kind=p,…>', 'make requests fail with probability p', faults, [])
    .option('--seed <n>', 'seed of samples and faults', whole(0, 2 ** 32 - 1), 1)
    .option('--log <file>', 'append every request to a file, one JSON object a line')
    .option('--strict-attributes', 'refuse two lookup attributes, where AWS uses the first');

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function whole(least: number, most: number): (value: string) => number {
  return (value) => {
    const n = Number(value);
    if (/^\d+$/.test(value) && n >= least && n <= most) return n;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function number(value: string): number {
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a number, 0 or more.');
}

function time(value: string): number {
  const found = parseTime(value);
  if (found !== undefined) return found;
  throw new InvalidArgumentError('It must be a time such as 2024-11-30T12:00:00Z.');
}

function faults(value: string, before: readonly Fault[]): Fault[] {
  try {
    return [...before, ...parseFaultFlag(value)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
