import type { Plan } from '@trailglass/api';
import { momentText } from '../../ui/time/moment.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';

/** What is to be known about the time range that was searched; undefined when there is nothing. */
export function windowWords(plan: Plan, zone: TimeZone): string | undefined {
  const { archiveOnly, from, notices } = plan;
  if (!archiveOnly) return notices.length > 0 ? notices.join(' ') : undefined;
  const { before, completeFrom } = archiveOnly;
  const known =
    completeFrom === undefined
      ? 'it is not complete there'
      : completeFrom === from
        ? 'it is complete'
        : `it is complete from ${momentText(completeFrom, zone)} on, not before`;
  return `AWS keeps 90 days. Before ${momentText(before, zone)} only what the archive holds is shown: ${known}.`;
}
