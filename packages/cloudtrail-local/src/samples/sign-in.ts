import type { JsonObject } from '@trailglass/record';
import type { Failure } from './apis/api.ts';
import { globalRegion } from './cast/accounts.ts';
import { assumedRole, type Session } from './identity.ts';
import type { Tape } from './tape.ts';

interface Entry {
  readonly ip: string;
  readonly agent: string;
}

interface PasswordEntry extends Entry {
  readonly account: string;
  readonly identity: JsonObject;
  /** The device that confirmed it. */
  readonly mfa?: string;
  readonly failure?: Failure;
}

const signIn = (tape: Tape, time: number, entry: PasswordEntry, extra: JsonObject): void =>
  tape.put({
    version: '1.11',
    identity: entry.identity,
    time,
    source: 'signin.amazonaws.com',
    name: 'ConsoleLogin',
    region: globalRegion,
    ip: entry.ip,
    agent: entry.agent,
    // A failed sign-in has a message and no code; it is told by its response.
    failure: entry.failure,
    answer: { ConsoleLogin: entry.failure ? 'Failure' : 'Success' },
    extra,
    readOnly: false,
    type: 'AwsConsoleSignIn',
    recipient: entry.account,
    tlsHost:
      entry.identity['type'] === 'AssumedRole'
        ? 'signin.aws.amazon.com'
        : `${globalRegion}.signin.aws.amazon.com`,
  });

/** Somebody comes in through a role: no password and no MFA that AWS would know of. */
export function consoleLogin(
  tape: Tape,
  time: number,
  entry: Entry & { readonly session: Session },
): void {
  const { session } = entry;
  const identity = assumedRole({ ...session, key: undefined });
  const account = session.role.account;
  signIn(tape, time, { ...entry, identity, account }, { MobileVersion: 'No', MFAUsed: 'No' });
}

export const passwordLogin = (tape: Tape, time: number, entry: PasswordEntry): void =>
  signIn(tape, time, entry, {
    LoginTo: `https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true&state=hashArgsFromTB_${globalRegion}_${tape.from.hex(16)}`,
    MobileVersion: 'No',
    ...(entry.mfa && { MFAIdentifier: entry.mfa }),
    MFAUsed: entry.mfa ? 'Yes' : 'No',
  });
