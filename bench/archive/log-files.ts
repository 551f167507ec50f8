import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { StoredEvent } from '../../apps/server/src/archive/stored-event.ts';

/** Log files as a trail delivers them, one an account, Region and day: larger than AWS's own, so packed better. */
export class LogFiles {
  bytes = 0;

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  write(name: string, events: readonly StoredEvent[]): void {
    const path = join(this.folder, `${name}.json.gz`);
    writeFileSync(path, gzipSync(`{"Records":[${events.map(({ record }) => record).join(',')}]}`));
    this.bytes += statSync(path).size;
  }
}
