import type { Download } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { size } from '../../ui/numbers/size.ts';
import { counted } from '../../ui/numbers/count.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';

interface Told {
  readonly type: 'success' | 'info' | 'warning' | 'error' | 'in-progress';
  readonly header: string;
  readonly content: string;
}

/** A download's notice, in words. */
export function downloadWords(download: Download, zone: TimeZone): Told {
  const { state, fileName, events, bytes, problems } = download;
  const written = `${counted(events, 'event')}, ${size(bytes)}`;
  switch (state) {
    case 'waiting':
      return {
        type: 'in-progress',
        header: `Downloading ${fileName}`,
        content: 'Waiting for the browser to fetch the file.',
      };
    case 'running':
      return {
        type: 'in-progress',
        header: `Downloading ${fileName}`,
        content: [events === 0 ? 'Reading' : written, ...readBackTo(download, zone)].join(' · '),
      };
    case 'done':
      return download.complete
        ? {
            type: 'success',
            header: `Downloaded ${fileName}`,
            content: `${written}. ${allOf(download)} is in it.${sealWords(download)}`,
          }
        : {
            type: 'info',
            header: `Downloaded ${fileName}`,
            content: `${written}. It is complete${since(download, zone)}; of what is older, it has what was kept.${sealWords(download)}`,
          };
    case 'failed':
      return {
        type: 'warning',
        header: `${fileName} is not complete`,
        content: `It has ${written}${download.selected === undefined ? `, and is complete${since(download, zone)}` : ''}. ${problems.map(({ detail }) => detail).join(' ')}${sealWords(download)}`,
      };
    case 'cancelled':
      return events === 0 && bytes === 0
        ? {
            type: 'info',
            header: `${fileName} was not downloaded`,
            content: 'It was cancelled before the browser had any of it.',
          }
        : {
            type: 'info',
            header: `The download of ${fileName} was cancelled`,
            content: `After ${written}. If the browser kept the file, it ends in the middle.`,
          };
  }
}

const allOf = ({ selected }: Download): string =>
  selected === undefined
    ? 'Every event of the time range'
    : selected === 1
      ? 'The selected event'
      : `Each of the ${selected} selected events`;

/** 0 to 100: how much of the time range has been read. */
export function percentRead(
  { readTo }: Pick<Download, 'readTo'>,
  window: { readonly from: string; readonly to: string } | undefined,
): number {
  if (!window) return 0;
  const [from, to, at] = [parseTime(window.from), parseTime(window.to), parseTime(readTo)];
  if (from === undefined || to === undefined || at === undefined || to <= from) return 0;
  return Math.min(100, Math.max(0, Math.floor((100 * (to - at)) / (to - from))));
}

function readBackTo({ readTo }: Download, zone: TimeZone): string[] {
  const at = parseTime(readTo);
  return at === undefined ? [] : [`read back to ${zone.dateTime(at).slice(0, 16)}`];
}

function since({ readTo }: Download, zone: TimeZone): string {
  const at = parseTime(readTo);
  return at === undefined ? '' : ` from ${zone.dateTime(at).slice(0, 16)} on`;
}

const sealWords = ({ manifest }: Download): string =>
  manifest === undefined ? '' : ` Keep its manifest’s SHA-256 apart from the file: ${manifest}`;
