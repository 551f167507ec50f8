import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, expect, test } from 'vitest';
import { isSignedWith } from '../src/auth/signature.ts';
import { startLocal } from '../src/index.ts';
import { cloudTrail, sts } from './clients.ts';
import { sign, type ToSign } from './sign.ts';

const local = await startLocal({ ratePerSecond: 0 });
afterAll(() => local[Symbol.asyncDispose]());

const lookup = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'CloudTrail_20131101.LookupEvents',
};
const minutes = (n: number): Date => new Date(Date.now() + n * 60_000);

async function post(request: Partial<ToSign>, change: RequestInit = {}) {
  const body = '{}';
  const headers = sign({ url: local.url, body, headers: lookup, ...request });
  const response = await fetch(local.url, { method: 'POST', headers, body, ...change });
  return { status: response.status, answer: await response.text() };
}
const refusal = (code: string, message: string) => ({
  status: 400,
  answer: expect.stringMatching(`"__type":"${code}".*${message}`) as string,
});

test.each([
  'CloudTrail_20131101.LookupEvents',
  'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents',
])('a rightly signed request is answered: %s', async (target) => {
  const answered = await post({ headers: { ...lookup, 'x-amz-target': target } });
  expect(answered).toEqual({ status: 200, answer: '{"Events":[]}' });
});

test('without a signature there is no answer', async () => {
  const answered = await post({}, { headers: lookup });
  expect(answered).toEqual(
    refusal('MissingAuthenticationTokenException', 'Missing Authentication Token'),
  );
});

test('half an Authorization header is told what it lacks', async () => {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=local/20260601/us-east-1/cloudtrail/aws4_request';
  const answered = await post({}, { headers: { ...lookup, authorization } });
  expect(answered).toEqual(
    refusal('IncompleteSignatureException', "requires 'Signature' parameter"),
  );
});

test('a key that nobody handed out', async () => {
  const answered = await post({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE' });
  expect(answered).toEqual(
    refusal('UnrecognizedClientException', 'security token included in the request is invalid'),
  );
});

test('a session token with a key that has none', async () => {
  const answered = await post({ headers: { ...lookup, 'x-amz-security-token': 'stolen' } });
  expect(answered).toEqual(
    refusal('UnrecognizedClientException', 'security token included in the request is invalid'),
  );
});

test('a wrong secret', async () => {
  const answered = await post({ secretAccessKey: 'Local' });
  expect(answered).toEqual(
    refusal('InvalidSignatureException', 'signature we calculated does not match'),
  );
});

test('a body altered on the way', async () => {
  const answered = await post({}, { body: '{"MaxResults":1}' });
  expect(answered).toEqual(
    refusal('InvalidSignatureException', 'signature we calculated does not match'),
  );
});

test('a body altered on the way, though its old hash is among the signed headers', async () => {
  const hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'; // of {}
  const headers = { ...lookup, 'x-amz-content-sha256': hash };
  expect((await post({ headers })).status).toBe(200);
  const answered = await post({ headers }, { body: '{"MaxResults":1}' });
  expect(answered).toEqual(
    refusal('InvalidSignatureException', 'signature we calculated does not match'),
  );
});

test('a clock that is wrong by more than 15 minutes', async () => {
  expect((await post({ date: minutes(-14) })).status).toBe(200);
  expect((await post({ date: minutes(14) })).status).toBe(200);
  expect(await post({ date: minutes(-16) })).toEqual(
    refusal('InvalidSignatureException', 'Signature expired: '),
  );
  expect(await post({ date: minutes(16) })).toEqual(
    refusal('InvalidSignatureException', 'Signature not yet current: '),
  );
});

test.each(['host', 'x-amz-date', 'x-amz-target'])('%s left unsigned', async (name) => {
  const answered = await post({ unsigned: [name] });
  expect(answered).toEqual(refusal('InvalidSignatureException', "must be a 'SignedHeader'"));
});

test('signed for another service', async () => {
  const answered = await post({ service: 's3' });
  expect(answered).toEqual(
    refusal('InvalidSignatureException', "scoped to correct service: 'cloudtrail'"),
  );
});

test('signed for a Region that does not exist', async () => {
  const answered = await post({ region: 'atlantis' });
  expect(answered).toEqual(refusal('InvalidSignatureException', 'scoped to a valid region'));
});

test('signed on another day than its scope says', async () => {
  const headers = sign({ url: local.url, body: '{}', headers: lookup });
  headers['authorization'] =
    headers['authorization']?.replace(/local\/\d{8}/, 'local/20200101') ?? '';
  const answered = await post({}, { headers });
  expect(answered).toEqual(
    refusal('InvalidSignatureException', 'Date in Credential scope does not match'),
  );
});

test('the SDK puts its clock right by itself, from the Date header and the error', async () => {
  const client = cloudTrail(local);
  client.config.systemClockOffset = -3_600_000;
  await expect(client.send(new LookupEventsCommand({}))).rejects.toThrow(/^Signature expired/);
  expect(Math.abs(client.config.systemClockOffset)).toBeLessThan(60_000);
  await expect(client.send(new LookupEventsCommand({}))).resolves.toMatchObject({ Events: [] });
});

test('STS speaks of the same refusals in its own words', async () => {
  const wrongSecret = sts(local, { accessKeyId: 'local', secretAccessKey: 'no' });
  await expect(wrongSecret.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    $metadata: { httpStatusCode: 403 },
  });
  const unknown = sts(local, { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'no' });
  await expect(unknown.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
  });
});

// AWS's own Signature Version 4 test suite: post-vanilla and post-x-www-form-urlencoded.
test.each([
  ['', {}, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  [
    'Param1=value1',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  ],
])('the published test vector with the body %j', async (body, more, signature) => {
  const headers = { ...more, host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' };
  const request = { method: 'POST', path: '/', query: {}, headers, body: Buffer.from(body) };
  const authorization = {
    accessKeyId: 'AKIDEXAMPLE',
    date: '20150830',
    region: 'us-east-1',
    service: 'service',
    signedHeaders: Object.keys(headers),
    signature,
  };
  const signed = isSignedWith(
    'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    request,
    authorization,
    new Date('2015-08-30T12:36:00Z'),
  );
  expect(await signed).toBe(true);
});
