import { timingSafeEqual } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import { type Authorization, parseAuthorization } from './authorization.ts';
import type { KeyRing } from './key-ring.ts';
import type { Principal } from './principal.ts';
import { isSignedWith, type SignedRequest } from './signature.ts';

const fifteenMinutes = 15 * 60_000;

export interface Gate {
  readonly keys: KeyRing;
  /** The real time, epoch milliseconds: signatures and sessions never follow the endpoint's moved today. */
  readonly clock: () => number;
  readonly isRegion: (name: string) => boolean;
}

export interface Caller {
  readonly principal: Principal;
  readonly region: string;
}

/**
 * Who sent this, by Signature Version 4, or the AwsError that AWS would give.
 * The Region asked is the one in the credential scope: one port stands for every Region's endpoint.
 */
export async function authenticate(
  gate: Gate,
  request: SignedRequest,
  service: 'cloudtrail' | 'sts',
): Promise<Caller> {
  const authorization = parseAuthorization(request.headers['authorization']);
  const signingDate = signingTime(request, authorization);
  requireSigned(request, authorization);

  const key = gate.keys.find(authorization.accessKeyId);
  const session = key?.principal.session;
  const token = request.headers['x-amz-security-token'];
  if (!key || !sameToken(session?.token, token))
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );

  checkScope(gate, authorization, service);
  checkClock(signingDate, request.headers['x-amz-date'] ?? '', gate.clock());
  if (!(await isSignedWith(key.secretAccessKey, request, authorization, signingDate))) {
    throw invalid(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  if (key.expired || (session && session.expires <= gate.clock())) throw expiredToken();
  return { principal: key.principal, region: authorization.region };
}

export const expiredToken = () =>
  new AwsError('ExpiredTokenException', 'The security token included in the request is expired');

const invalid = (message: string) => new AwsError('InvalidSignatureException', message);

function signingTime(request: SignedRequest, { date }: Authorization): Date {
  const header = request.headers['x-amz-date'];
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(header ?? '');
  const [, year, month, day, hour, minute, second] = found ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!header || Number.isNaN(time.getTime())) {
    throw new AwsError(
      'IncompleteSignatureException',
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  if (date !== header.slice(0, 8)) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${header.slice(0, 8)}', from '${header}'.`,
    );
  }
  return time;
}

/** An unsigned header could be changed on the way: host, date and every other x-amz- header must be signed. */
function requireSigned(request: SignedRequest, { signedHeaders }: Authorization): void {
  const signed = new Set(signedHeaders);
  if (!signed.has('host'))
    throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-amz-') && !signed.has(name))
      throw invalid(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
}

function checkScope(gate: Gate, { region, service }: Authorization, asked: string): void {
  const wrong: string[] = [];
  if (!gate.isRegion(region)) wrong.push('Credential should be scoped to a valid region.');
  if (service !== asked) wrong.push(`Credential should be scoped to correct service: '${asked}'.`);
  if (wrong.length > 0) throw invalid(`${wrong.join(' ')} `);
}

function checkClock(signed: Date, header: string, now: number): void {
  const basic = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
  if (signed.getTime() < now - fifteenMinutes) {
    throw invalid(
      `Signature expired: ${header} is now earlier than ${basic(now - fifteenMinutes)} (${basic(now)} - 15 min.)`,
    );
  }
  if (signed.getTime() > now + fifteenMinutes) {
    throw invalid(
      `Signature not yet current: ${header} is still later than ${basic(now + fifteenMinutes)} (${basic(now)} + 15 min.)`,
    );
  }
}

function sameToken(expected: string | undefined, given: string | undefined): boolean {
  if (expected === undefined || given === undefined) return expected === given;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
