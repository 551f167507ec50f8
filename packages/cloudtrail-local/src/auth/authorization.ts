import { AwsError } from '../aws-error.ts';

/** The Authorization header of Signature Version 4, taken apart. Nothing in it is believed yet. */
export interface Authorization {
  readonly accessKeyId: string;
  /** yyyymmdd */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower case, as the client listed them. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const incomplete = (message: string) => new AwsError('IncompleteSignatureException', message);

export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header.trim() === '')
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const [algorithm, rest] = split(header.trim(), ' ');
  if (algorithm !== 'AWS4-HMAC-SHA256')
    throw incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);

  const parts = new Map(rest.split(',').map((part) => split(part.trim(), '=')));
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parts.get(name));
  if (missing.length > 0) {
    throw incomplete(
      missing.map((name) => `Authorization header requires '${name}' parameter.`).join(' '),
    );
  }
  // An access key id has no slash, so the scope is what follows the first one.
  const credential = (parts.get('Credential') ?? '').split('/');
  const [accessKeyId, date, region, service, terminator] = credential;
  if (!accessKeyId || !date || !region || !service || credential.length !== 5) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential.join('/')}'`,
    );
  }
  if (terminator !== 'aws4_request') {
    throw incomplete(
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`,
    );
  }
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: (parts.get('SignedHeaders') ?? '').toLowerCase().split(';'),
    signature: parts.get('Signature') ?? '',
  };
}

function split(value: string, mark: string): [string, string] {
  const cut = value.indexOf(mark);
  return cut < 0 ? [value, ''] : [value.slice(0, cut), value.slice(cut + 1)];
}
