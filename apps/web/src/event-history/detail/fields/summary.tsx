import type { EventRow } from '@trailglass/api';
import type { FieldName } from '@trailglass/record';
import { TimeLabel } from '../../../ui/time/time-label.tsx';
import { Identity } from './identity.tsx';
import { Coming, Pair, Pairs } from '../../../event/pair.tsx';
import { FieldOf, Value } from '../../../event/value.tsx';
import type { Whole } from '../../../event/whole.ts';

interface SummaryProps {
  readonly row: EventRow;
  readonly whole?: Whole | undefined;
}

/** What is shown only when the event has it, after what every event has. */
const further: readonly (readonly [label: string, name: FieldName, wide?: boolean])[] = [
  ['Error code', 'errorCode'],
  ['Error message', 'errorMessage', true],
  ['Request ID', 'requestID', true],
  ['Event ID', 'eventId', true],
  ['Read-only', 'readOnly'],
  ['Event type', 'eventType'],
  ['Event category', 'eventCategory'],
  ['Account', 'account'],
  ['Recipient account', 'recipientAccountId'],
  ['Console session', 'fromConsole'],
  ['TLS version', 'tlsVersion'],
  ['VPC endpoint', 'vpcEndpointId'],
  ['Shared event ID', 'sharedEventID', true],
  ['User agent', 'userAgent', true],
];

/** The event's metadata, in the order in which people ask: when, who, what, from where. */
export function Summary({ row, whole }: SummaryProps) {
  return (
    <Pairs>
      <Pair label="Event time" also="timestamp">
        <Value subject="eventTime" value={row.eventTime}>
          <TimeLabel iso={row.eventTime} offset />
        </Value>
      </Pair>
      <Pair label="Event name">
        <FieldOf row={row} name="eventName" />
      </Pair>
      <Pair label="User identity" wide="all">
        <Identity row={row} whole={whole} />
      </Pair>
      <Pair label="Event source" also="service">
        <FieldOf row={row} name="eventSource" />
      </Pair>
      <Pair label="Source IP address">
        <FieldOf row={row} name="sourceIPAddress" />
      </Pair>
      <Pair label="AWS Region">
        <FieldOf row={row} name="awsRegion" />
      </Pair>
      <Pair label="Resources count">
        {whole ? whole.event.envelope.resources.length : <Coming what="resources" />}
      </Pair>
      {further.map(
        ([label, name, wide]) =>
          row[name] !== undefined &&
          !(name === 'recipientAccountId' && row[name] === row.account) && (
            <Pair key={name} label={label} wide={wide}>
              <FieldOf row={row} name={name} />
            </Pair>
          ),
      )}
    </Pairs>
  );
}
