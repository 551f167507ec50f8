import { second, span } from '../../test/seconds.ts';
import { type EpochMs, readRecord } from '@trailglass/record';
import { expect, test } from 'vitest';
import type { Listed } from '../archive/stored-event.ts';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { NOW, record, scope } from '../../test/records.ts';
import { ask } from '../../test/downloaded.ts';

const EVENTS = 50_000;
const MB = 1_000_000;
/** Of about 110 MB of records, which parsed are some 500. */
const MOST_MB = 180;

const eventAt = (id: number): Listed => {
  const text = JSON.stringify(
    record(id, 3_600 + id, { requestParameters: { text: `${id} `.repeat(300) } }),
  );
  return { event: readRecord(text, scope).event!, at: (NOW - (3_600 + id) * 1000) as EpochMs };
};

test(
  'fifty thousand events pass in constant memory',
  { timeout: 300_000 },
  async ({ annotate }) => {
    const archive = await archiveIn(inFolder(emptyFolder()));
    const window = span(NOW / 1000 - 86_400, NOW / 1000 - 3_600);
    for (let from = 0; from < EVENTS; from += 2_000) {
      const events = Array.from({ length: 2_000 }, (_, n) => eventAt(from + n));
      const last = from + 2_000 >= EVENTS;
      await archive.write(
        scope,
        events,
        last ? { ...window, fetchedAt: second(NOW / 1000), kind: '' } : undefined,
      );
    }
    const { service } = await serviceAgainstLocal({ archive });
    const asked = ask({
      format: 'bundle',
      from: (window.from * 1000) as EpochMs,
      to: (window.to * 1000) as EpochMs,
    });
    const { id, ticket } = service.downloads.create(asked);
    let [before, most] = [0, 0];
    for await (const _ of service.downloads.fetch(ticket).bytes(new AbortController().signal)) {
      const { rss } = process.memoryUsage();
      // The first pages have been taken: from here on nothing may grow.
      if (service.downloads.shown(id).events >= 5_000) before ||= rss;
      most = Math.max(most, rss);
    }
    expect(service.downloads.shown(id)).toMatchObject({
      state: 'done',
      complete: true,
      events: EVENTS,
    });
    const grown = (most - before) / MB;
    await annotate(`${grown.toFixed(0)} MB more at the most`);
    expect(grown).toBeLessThan(MOST_MB);
  },
);
