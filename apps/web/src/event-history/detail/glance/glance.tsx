import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { EventRow } from '@trailglass/api';
import {
  caller,
  type Outcome,
  outcome,
  type Resource,
  serviceName,
  tellEvent,
  type TrailEvent,
} from '@trailglass/record';
import type { ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { CallerLine } from './caller-line.tsx';
import styles from './glance.module.css';
import { Value } from '../../../event/value.tsx';

interface GlanceProps {
  readonly row: EventRow;
  readonly event: TrailEvent;
}

/** Who, did what, on what, from where, with which result: five lines that are read at once. */
export function Glance({ row, event }: GlanceProps): ReactNode {
  const by = caller(event.record);
  return (
    <dl className={styles.glance} aria-label="At a glance">
      {by && (
        <Line label="Who">
          <CallerLine caller={by} />
        </Line>
      )}
      <Line label="Did">
        <What row={row} />
      </Line>
      <Things event={event} />
      <Line label="From">
        <Whence row={row} />
      </Line>
      <Line label="Result">
        <Result {...outcome(event.record)} />
      </Line>
    </dl>
  );
}

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={styles.line}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** A value of the row where it has one. */
function Fact({ row, name }: { readonly row: EventRow; readonly name: keyof EventRow }): ReactNode {
  const value = row[name];
  return (
    typeof value === 'string' && (
      <span className={styles.fact}>
        <Value subject={name} value={value} />
      </span>
    )
  );
}

function What({ row }: { readonly row: EventRow }): ReactNode {
  const { eventSource, readOnly } = row;
  const changes = readOnly === true ? 'only read' : readOnly === false ? 'write' : undefined;
  return (
    <>
      <Fact row={row} name="eventName" />
      {typeof eventSource === 'string' && (
        <span className={styles.fact}>
          <Value subject="eventSource" value={eventSource}>
            <SafeText text={serviceName(eventSource)} limit={80} expandable={false} />
          </Value>
        </span>
      )}
      {changes !== undefined && <span className={styles.fact}>{changes}</span>}
    </>
  );
}

/** The names that the sentence says first, then ARNs; all of them stand below. */
function order(event: TrailEvent): readonly Resource[] {
  const said = new Set(tellEvent(event).map((part) => part.text));
  const weight = ({ name = '' }: Resource): number =>
    said.has(name) ? 0 : name.startsWith('arn:') ? 1 : 2;
  const named = event.envelope.resources.filter(({ name }) => name !== undefined);
  return named.sort((a, b) => weight(a) - weight(b));
}

function Things({ event }: { readonly event: TrailEvent }): ReactNode {
  const [first, ...others] = order(event);
  if (first?.name === undefined) return null;
  const more = others.length;
  return (
    <Line label="On">
      <span className={styles.fact}>
        <Value subject="resourceName" value={first.name} />
      </span>
      {more > 0 && (
        <span className={styles.quiet}>
          {more === 1 ? 'and 1 more name' : `and ${more.toLocaleString('en')} more names`} below
        </span>
      )}
    </Line>
  );
}

/** An agent can be a thousand characters, and its start says what it is; services name themselves twice. */
function Whence({ row }: { readonly row: EventRow }): ReactNode {
  const { userAgent, sourceIPAddress } = row;
  return (
    <>
      <Fact row={row} name="sourceIPAddress" />
      <Fact row={row} name="awsRegion" />
      {typeof userAgent === 'string' && userAgent !== sourceIPAddress && (
        <span className={styles.quiet}>
          <Value subject="userAgent" value={userAgent}>
            <SafeText text={userAgent} limit={60} expandable={false} />
          </Value>
        </span>
      )}
    </>
  );
}

const results: Record<Outcome['kind'], readonly [StatusIndicatorProps.Type, string]> = {
  done: ['success', 'Succeeded'],
  denied: ['error', 'Denied'],
  failed: ['error', 'Failed'],
  'dry-run': ['info', 'Dry run: would have succeeded'],
};

function Result({ kind }: Outcome): ReactNode {
  const [type, words] = results[kind];
  return <StatusIndicator type={type}>{words}</StatusIndicator>;
}
