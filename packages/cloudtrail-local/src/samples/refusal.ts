import type { Failure } from './apis/api.ts';
import { type Service, type ServiceName, services } from './apis/services.ts';
import { blob } from './ids.ts';
import type { Draw } from './random.ts';

const reasons = {
  'no policy': (action: string) => `because no identity-based policy allows the ${action} action`,
  'service control policy': () => 'with an explicit deny in a service control policy',
  'explicit deny': () => 'with an explicit deny in an identity-based policy',
  boundary: (action: string) => `because no permissions boundary allows the ${action} action`,
} as const;

export interface Refusal {
  readonly resource?: string;
  readonly because?: keyof typeof reasons;
}

/** `UpdateFunctionCode20150331v2` is the API's name with its version; policies know it without. */
export const action = (service: ServiceName, api: string): string => {
  const known: Service = services[service];
  return `${known.action ?? service}:${api.replace(/20\d{6}(v\d)?$/, '')}`;
};

/** A refusal in AWS's words, each service with its own code. */
export function refuse(
  arn: string,
  service: ServiceName,
  api: string,
  from: Draw,
  refusal: Refusal = {},
): Failure {
  const known: Service = services[service];
  const name =
    service === 's3' && api === 'ListBuckets' ? 's3:ListAllMyBuckets' : action(service, api);
  const quoted = service === 's3' ? `"${refusal.resource ?? ''}"` : refusal.resource;
  const on = refusal.resource ? ` on resource: ${quoted}` : '';
  const sentence = `User: ${arn} is not authorized to perform: ${name}${on} ${reasons[refusal.because ?? 'no policy'](name)}`;
  if (known.silent) return { code: 'AccessDenied' };
  if (service !== 'ec2') return { code: known.denied ?? 'AccessDenied', message: sentence };
  const encoded = blob(from, 480).replaceAll('/', '_').replaceAll('+', '-');
  const proof = refusal.resource ? `. Encoded authorization failure message: ${encoded}` : '';
  return {
    code: 'Client.UnauthorizedOperation',
    message: `You are not authorized to perform this operation. ${sentence}${proof}`,
  };
}
