import { CommanderError } from 'commander';
import { type Local, startLocal } from './start-local.ts';
import { readFlags } from './terminal/flags.ts';
import { readyText } from './terminal/ready-text.ts';

// Started as a child: without its parent it has no reason to stay.
process.on('disconnect', () => process.exit(0));

const local = await start(process.argv.slice(2));
if (local) {
  const stop = async () => {
    await local[Symbol.asyncDispose]();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
  // A parent learns the address and the keys without reading text, and can get ready meanwhile.
  process.send?.({ ready: true, ...local.invitation() });
  await local.loaded;
  process.stdout.write(readyText(local));
}

async function start(argv: readonly string[]): Promise<Local | undefined> {
  try {
    return await startLocal({ ...readFlags(argv), samplesLater: true });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    const message = (error as Error).message.replace(/^error: /, '');
    process.stderr.write(`cloudtrail-local: ${message}\n`);
    process.exitCode = 1;
    return undefined;
  }
}
