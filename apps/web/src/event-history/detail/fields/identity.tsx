import type { EventRow } from '@trailglass/api';
import { at, type FieldName, handoutNames, parseTime, text } from '@trailglass/record';
import type { ReactNode } from 'react';
import { TimeLabel } from '../../../ui/time/time-label.tsx';
import { FieldOf, Value } from '../../../event/value.tsx';
import styles from './identity.module.css';
import { Absent, Coming, Pair, Pairs } from '../../../event/pair.tsx';
import { recordSubject } from '../../../event/record-subject.ts';
import { SessionLink } from './session-link.tsx';
import type { Whole } from '../../../event/whole.ts';

/** Whoever the caller is known as: the role of a session, else the user, else the service. */
function callerField(row: EventRow): FieldName | undefined {
  const order: readonly FieldName[] =
    row.identityType === 'AssumedRole' || row.identityType === 'Role'
      ? ['role', 'username', 'principalArn']
      : ['username', 'invokedBy', 'principalArn', 'principalId'];
  return order.find((name) => row[name] !== undefined);
}

/** A service by itself; some of its own events give the identity no type. */
const isService = (row: EventRow): boolean =>
  row.identityType === 'AWSService' ||
  (row.identityType === undefined && row.eventType === 'AwsServiceEvent');

/** Callers that hold no access key: a line for it would only say that there is none. */
const keyless = new Set<unknown>([
  'AWSService',
  'AWSAccount',
  'Directory',
  'IdentityCenterUser',
  'SAMLUser',
  'WebIdentityUser',
]);

/** Somebody who has no key yet, and gets one by this call. */
const handsOut = (row: EventRow): boolean =>
  row.errorCode === undefined && handoutNames.includes(String(row.eventName));

const sessions = new Set<unknown>(['AssumedRole', 'FederatedUser']);
interface Further {
  readonly label: string;
  readonly path: readonly string[];
  /** Whether a line is kept for it while the record is being fetched, so that nothing jumps when it comes. */
  readonly expected: (row: EventRow) => boolean;
}
/** No line is kept for what few identities have. */
const rarely = (label: string, ...path: string[]): Further[] => [
  { label, path: ['userIdentity', ...path], expected: () => false },
];
const further: readonly Further[] = [
  {
    label: 'Account',
    path: ['userIdentity', 'accountId'],
    expected: (row) => row.principalArn !== undefined,
  },
  {
    label: 'Session created',
    path: ['userIdentity', 'sessionContext', 'attributes', 'creationDate'],
    expected: (row) => row.mfa !== undefined,
  },
  {
    label: 'Session issuer',
    path: ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn'],
    expected: (row) => sessions.has(row.identityType),
  },
  ...rarely('On behalf of', 'onBehalfOf', 'userId'),
  ...rarely('Identity store', 'onBehalfOf', 'identityStoreArn'),
  ...rarely('Identity provider', 'identityProvider'),
  ...rarely('Web identity provider', 'sessionContext', 'webIdFederationData', 'federatedProvider'),
  ...rarely('Role delivery (IMDS version)', 'sessionContext', 'ec2RoleDelivery'),
  ...rarely('Delegated to account', 'invokedByDelegate', 'accountId'),
  ...rarely('In scope of', 'inScopeOf', 'sourceArn'),
  ...rarely('Credentials issued to', 'inScopeOf', 'credentialsIssuedTo'),
  ...rarely('Credential ID', 'credentialId'),
];

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
        <Pair label={isService(row) ? 'Service' : 'IAM user or role'}>
          {caller === undefined ? <Absent /> : <FieldOf row={row} name={caller} />}
        </Pair>
        <Pair label="Type">
          <FieldOf row={row} name="identityType" />
        </Pair>
        {sessions.has(row.identityType) && present('Session name', 'username')}
        {(row.accessKeyId !== undefined || !(isService(row) || keyless.has(row.identityType))) && (
          <Pair label="Access key">
            <FieldOf row={row} name="accessKeyId" />
            {row.accessKeyId !== undefined && <SessionLink row={row} />}
          </Pair>
        )}
        {row.accessKeyId === undefined && handsOut(row) && (
          <Pair label="Session">
            <SessionLink row={row} />
          </Pair>
        )}
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
        {further.map((line) => (
          <FromRecord key={line.label} {...line} row={row} whole={whole} />
        ))}
      </Pairs>
    </div>
  );
}

interface FromRecordProps extends Further {
  readonly row: EventRow;
  readonly whole: Whole | undefined;
}

function FromRecord({ label, path, expected, row, whole }: FromRecordProps): ReactNode {
  const wide = /arn$/i.test(path.at(-1) ?? '');
  if (!whole) {
    return (
      expected(row) && (
        <Pair label={label} wide={wide}>
          <Coming what={label.toLowerCase()} />
        </Pair>
      )
    );
  }
  const value = text(at(whole.event.record, path));
  const subject = recordSubject(path);
  if (value === undefined || subject === undefined) return null;
  return (
    <Pair label={label} wide={wide}>
      <Value subject={subject} value={value}>
        {parseTime(value) !== undefined && <TimeLabel iso={value} />}
      </Value>
    </Pair>
  );
}
