import type { EventRow, WholeEvent } from '@trailglass/api';
import {
  type AccountId,
  type EpochMs,
  type EventId,
  type JsonObject,
  parseRecord,
  type Region,
  type Resource,
  type TrailEvent,
} from '@trailglass/record';
import { childNamed } from '../ui/json/node.ts';
import { isUnreadable, type JsonDocument, readJson } from '../ui/json/read.ts';

/** An event with its record, read once for all sections. */
export interface Whole {
  readonly row: EventRow;
  readonly event: TrailEvent;
  /** The record's text with its places; undefined when it is not JSON. */
  readonly document: JsonDocument | undefined;
}

export function readWhole({ row, record, resources }: WholeEvent): Whole {
  const read = readJson(record);
  const named = resources.map(({ type, name }): Resource => ({ type, name }));
  return {
    row,
    event: { ...eventOfRow(row, named), raw: record, record: parseRecord(record).record ?? {} },
    document: isUnreadable(read) ? undefined : read,
  };
}

/** What a row alone says of its event. */
export function eventOfRow(row: EventRow, resources: readonly Resource[] = []): TrailEvent {
  const { eventName, eventSource, username, accessKeyId, readOnly } = row;
  const words = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : undefined;
  return {
    account: row.account as AccountId,
    region: row.region as Region,
    eventId: row.eventId as EventId,
    time: Date.parse(row.eventTime) as EpochMs,
    raw: '',
    record: recordOfRow(row),
    envelope: {
      eventName: words(eventName),
      eventSource: words(eventSource),
      username: words(username),
      accessKeyId: words(accessKeyId),
      readOnly: typeof readOnly === 'boolean' ? readOnly : undefined,
      resources,
    },
    flaws: row.flaws ?? [],
  };
}

/** As much of the record as the row's fields are. */
function recordOfRow(row: EventRow): JsonObject {
  const { eventName, eventSource, eventType, sourceIPAddress, errorCode, errorMessage } = row;
  const { identityType, principalArn, principalId, invokedBy, username } = row;
  const userName = identityType === 'IAMUser' ? username : undefined;
  const { account, accessKeyId, mfa, role, sourceIdentity } = row;
  const userIdentity = {
    type: identityType,
    arn: principalArn,
    principalId,
    invokedBy,
    userName,
    accessKeyId,
    // Where another account's principal called, only the record says which.
    ...(typeof principalArn === 'string' && { accountId: principalArn.split(':')[4] }),
    sessionContext: {
      sessionIssuer: role === undefined ? {} : { type: 'Role', userName: role },
      attributes: { mfaAuthenticated: mfa },
      sourceIdentity,
    },
  };
  const recipientAccountId = row.recipientAccountId ?? account;
  const top = { eventName, eventSource, eventType, sourceIPAddress, errorCode, errorMessage };
  return { ...top, recipientAccountId, userIdentity };
}

/** A member of the record by its name, as a node of the document. */
export const memberNode = ({ document }: Whole, name: string): number | undefined =>
  document && childNamed(document, 0, name);
