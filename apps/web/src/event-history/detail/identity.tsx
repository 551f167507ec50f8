import type { EventRow } from '@trailglass/api';
import { at, type FieldName, text } from '@trailglass/record';
import type { ReactNode } from 'react';
import { FieldOf, Value } from './value.tsx';
import styles from './identity.module.css';
import { Absent, Pair, Pairs } from './pair.tsx';
import { recordSubject } from './record-subject.ts';
import type { Whole } from './whole.ts';

/** Whoever the caller is known as: the role of a session, else the user, else the service. */
function callerField(row: EventRow): FieldName | undefined {
  const order: readonly FieldName[] =
    row.identityType === 'AssumedRole' || row.identityType === 'Role'
      ? ['role', 'username', 'principalArn']
      : ['username', 'invokedBy', 'principalArn', 'principalId'];
  return order.find((name) => row[name] !== undefined);
}

const sessions = new Set<unknown>(['AssumedRole', 'FederatedUser']);
const further = [
  ['Account', ['accountId']],
  ['Session issuer', ['sessionContext', 'sessionIssuer', 'arn']],
  ['Session created', ['sessionContext', 'attributes', 'creationDate']],
  ['On behalf of', ['onBehalfOf', 'userId']],
] as const;

/** IAM user or role, session and access key: who the credentials belong to. */
export function Identity({
  row,
  whole,
}: {
  readonly row: EventRow;
  readonly whole?: Whole | undefined;
}) {
  const caller = callerField(row);
  const present = (label: string, name: FieldName): ReactNode =>
    row[name] !== undefined && (
      <Pair label={label}>
        <FieldOf row={row} name={name} />
      </Pair>
    );
  return (
    <div className={styles.identity}>
      <Pairs>
        <Pair label="IAM user or role">
          {caller === undefined ? <Absent /> : <FieldOf row={row} name={caller} />}
        </Pair>
        <Pair label="Type">
          <FieldOf row={row} name="identityType" />
        </Pair>
        {sessions.has(row.identityType) && present('Session name', 'username')}
        <Pair label="Access key">
          <FieldOf row={row} name="accessKeyId" />
        </Pair>
        {present('MFA', 'mfa')}
        {row.invokedBy !== undefined &&
          caller !== 'invokedBy' &&
          present('Invoked by', 'invokedBy')}
        {present('Source identity', 'sourceIdentity')}
        {row.principalArn !== undefined && (
          <Pair label="ARN" wide>
            <FieldOf row={row} name="principalArn" />
          </Pair>
        )}
        {present('Principal ID', 'principalId')}
        {whole &&
          further.map(([label, path]) => (
            <FromRecord key={label} label={label} path={['userIdentity', ...path]} whole={whole} />
          ))}
      </Pairs>
    </div>
  );
}

interface FromRecordProps {
  readonly label: string;
  readonly path: readonly string[];
  readonly whole: Whole;
}

function FromRecord({ label, path, whole }: FromRecordProps): ReactNode {
  const value = text(at(whole.event.record, path));
  const subject = recordSubject(path);
  if (value === undefined || subject === undefined) return null;
  return (
    <Pair label={label} wide={subject.endsWith('.arn')}>
      <Value subject={subject} value={value} />
    </Pair>
  );
}
