import { createHash, createHmac } from 'node:crypto';

export interface ToSign {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly region?: string;
  readonly service?: string;
  readonly date?: Date;
  /** Headers to leave unsigned. */
  readonly unsigned?: readonly string[];
}

/** Signature Version 4 by the book, with node:crypto alone: a second opinion beside the library that verifies. */
export function sign(request: ToSign): Record<string, string> {
  const { accessKeyId = 'local', secretAccessKey = 'local', region = 'us-east-1' } = request;
  const { service = 'cloudtrail', date = new Date(), unsigned = [] } = request;
  const longDate = date.toISOString().replace(/[-:]|\.\d+/g, '');
  const headers: Record<string, string> = {
    host: new URL(request.url).host,
    'x-amz-date': longDate,
    ...request.headers,
  };
  const names = Object.keys(headers)
    .filter((name) => !unsigned.includes(name))
    .sort();
  const canonical = [
    'POST',
    '/',
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(request.body),
  ].join('\n');
  const scope = [longDate.slice(0, 8), region, service, 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', longDate, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>(
    (key, part) => hmac(key, part),
    `AWS4${secretAccessKey}`,
  );
  const credential = [accessKeyId, ...scope].join('/');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${hmac(key, text).toString('hex')}`,
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
