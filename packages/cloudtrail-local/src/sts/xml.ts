import { randomUUID } from 'node:crypto';
import type { AwsError } from '../aws-error.ts';
import type { Answer } from '../http/answer.ts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

export type XmlTree = { readonly [name: string]: string | XmlTree | undefined };

/** `<GetCallerIdentityResponse>` and its kin: the result, and the request's id. */
export function stsAnswer(action: string, result: XmlTree): Answer {
  const requestId = randomUUID();
  return xml(200, requestId, `${action}Response`, {
    [`${action}Result`]: result,
    ResponseMetadata: { RequestId: requestId },
  });
}

/** The names that query services give the errors which JSON services call otherwise. */
const queryCodes = new Map([
  ['UnrecognizedClientException', 'InvalidClientTokenId'],
  ['InvalidSignatureException', 'SignatureDoesNotMatch'],
  ['IncompleteSignatureException', 'IncompleteSignature'],
  ['MissingAuthenticationTokenException', 'MissingAuthenticationToken'],
  ['ExpiredTokenException', 'ExpiredToken'],
  ['AccessDeniedException', 'AccessDenied'],
]);

export const stsCode = (error: AwsError): string => queryCodes.get(error.code) ?? error.code;

export function stsError(error: AwsError): Answer {
  const requestId = randomUUID();
  const code = stsCode(error);
  const status = queryCodes.has(error.code) ? 403 : error.status;
  return xml(status, requestId, 'ErrorResponse', {
    Error: {
      Type: status < 500 ? 'Sender' : 'Receiver',
      Code: code,
      Message: error.message,
    },
    RequestId: requestId,
  });
}

const xml = (status: number, requestId: string, root: string, tree: XmlTree): Answer => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body: `<${root} xmlns="${namespace}">${print(tree)}</${root}>`,
  requestId,
});

const print = (tree: XmlTree): string =>
  Object.entries(tree)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'string' ? escape(value) : print(value ?? {})}</${name}>`,
    )
    .join('');

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
