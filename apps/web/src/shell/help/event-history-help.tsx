import HelpPanel from '@cloudscape-design/components/help-panel';
import { FilterSheet } from './filter-sheet.tsx';
import { Keys } from './keys.tsx';

export function EventHistoryHelp() {
  return (
    <HelpPanel header={<h2>Event history</h2>}>
      <p>
        The management events that AWS CloudTrail recorded in the last 90 days: who called which
        API, when, from where, and with which result. Reading it costs nothing and needs no trail.
      </p>
      <p>
        Trailglass reads it with the LookupEvents API, which allows two requests of 50 events a
        second in each account and Region. A large account therefore takes minutes to read whole;
        the newest events come first. Events appear about 5 minutes after the call.
      </p>
      <p>
        For what is older than 90 days, CloudTrail needs a trail that delivers logs to an S3 bucket.
      </p>
      <FilterSheet />
      <Keys />
    </HelpPanel>
  );
}
