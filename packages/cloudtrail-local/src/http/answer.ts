import { randomUUID } from 'node:crypto';
import type { AwsError } from '../aws-error.ts';

/** A whole HTTP answer, before anything is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly requestId: string;
}

export function amzJson(body: string, status = 200): Answer {
  const requestId = randomUUID();
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body,
    requestId,
  };
}

/** An error as AWS's JSON services print it. */
export const amzJsonError = (error: AwsError): Answer =>
  amzJson(JSON.stringify({ __type: error.code, message: error.message }), error.status);

export const localJson = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: `${JSON.stringify(value)}\n`,
  requestId: '',
});
