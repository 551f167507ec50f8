import { pino } from 'pino';
import { readConfig } from './config/read.ts';
import { type Places, run, type Running } from './run.ts';
import { failureText } from './terminal/failure-text.ts';
import { onLinkWanted } from './terminal/new-links.ts';
import { linkText, readyText } from './terminal/ready-text.ts';

// The SDK would greet every start with a warning about next year's Node.js.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const stop = (lines: readonly string[], code: number): never => {
  for (const line of lines) console.error(line);
  process.exit(code);
};

/** Reads what was asked for on the command line, and serves until told to stop. */
export async function start(places: Places): Promise<void> {
  const read = await readConfig(process.argv.slice(2), process.env);
  if ('help' in read) {
    console.log(read.help.trimEnd());
    process.exit(0);
  }
  const { config } = read;
  if (!config) stop(read.problems ?? [], 2);
  else await serveAs(config, places);
}

async function serveAs(config: Parameters<typeof run>[0], places: Places): Promise<void> {
  // What fails unexpectedly goes to stderr, one JSON line each. What AWS refuses is told on the page.
  const log = pino({ level: process.env['TRAILGLASS_LOG'] ?? 'error' }, pino.destination(2));
  let closing = false;
  // Nothing to close yet. As a container's first process it would not be ended by a signal that nobody hears.
  let close = (code: number): void => process.exit(code);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => close(0));
  // Started as a child (tests, a launcher): without its parent it has no reason to stay.
  process.on('disconnect', () => close(0));

  const running = await run(config, log, places).catch((error: unknown) =>
    stop([failureText(error, config.listen)], 1),
  );
  close = (code) => {
    if (closing) process.exit(code);
    closing = true;
    void running.close().finally(() => process.exit(code));
  };
  console.log(readyText(running));
  if (running.newLink) offerLinks(running, running.newLink);

  // A fault in one request is that request's; the others go on.
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));

  const why = await running.broken;
  if (closing) return;
  console.error(why);
  close(1);
}

function offerLinks({ listen }: Running, newLink: () => string): void {
  const how = onLinkWanted(() => {
    console.log(linkText(listen, newLink(), how));
  });
  console.log(linkText(listen, newLink(), how));
}
