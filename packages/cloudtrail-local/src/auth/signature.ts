import { timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Authorization } from './authorization.ts';

export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Exactly the bytes that arrived. */
  readonly body: Uint8Array;
}

/** True when the request, signed again with this secret, gives the client's signature. */
export async function isSignedWith(
  secretAccessKey: string,
  request: SignedRequest,
  authorization: Authorization,
  signingDate: Date,
): Promise<boolean> {
  // The signer believes x-amz-content-sha256 where it stands, so the body is hashed here and compared first.
  const claimed = request.headers['x-amz-content-sha256'];
  if (claimed !== undefined && claimed !== (await sha256(request.body))) return false;

  const names = authorization.signedHeaders;
  // Only what the client signed is shown to the signer: it would sign every other header too.
  const headers: Record<string, string> = {};
  for (const name of names) {
    const value = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
    if (value === undefined) return false;
    headers[name] = value;
  }
  const { accessKeyId, region, service } = authorization;
  const signer = new SignatureV4({
    service,
    region,
    credentials: { accessKeyId, secretAccessKey },
    sha256: Sha256,
    applyChecksum: false,
  });
  const { method, path, query, body } = request;
  const again = await signer.sign(
    new HttpRequest({ method, path, query: { ...query }, headers, body }),
    { signingDate, signableHeaders: new Set(names), unsignableHeaders: new Set() },
  );
  const expected = /Signature=([0-9a-f]+)$/.exec(again.headers['authorization'] ?? '')?.[1] ?? '';
  return sameText(expected, authorization.signature);
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function sha256(body: Uint8Array): Promise<string> {
  const hash = new Sha256();
  hash.update(body);
  return Buffer.from(await hash.digest()).toString('hex');
}
