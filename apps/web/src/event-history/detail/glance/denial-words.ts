import type { Denial, PolicyKind } from '@trailglass/record';

/** A sentence, with the value that it ends with; or a label with what it names. */
export interface DenialLine {
  readonly said: string;
  readonly label?: true;
  readonly value?: string;
}

const oneOf = (policy: PolicyKind): string => {
  if (policy === 'role trust policy') return `The ${policy}`;
  return `${policy.startsWith('i') ? 'An' : 'A'} ${policy}`;
};

/** What AWS said of a denial, a line for each part of it. */
export function denialWords({ principal, action, resource, by }: Denial): readonly DenialLine[] {
  return [
    { said: 'Principal', label: true, value: principal },
    { said: 'Action', label: true, value: action },
    ...(resource === undefined
      ? []
      : [{ said: 'Resource', label: true as const, value: resource }]),
    ...(by ? reason(by) : []),
  ];
}

function reason({ policy, explicit, arn }: NonNullable<Denial['by']>): readonly DenialLine[] {
  const also = 'AWS names one kind of policy even where several kinds deny.';
  if (!explicit) return [{ said: `No ${policy} allows it. ${also}` }];
  const denies = `${oneOf(policy)} denies it explicitly`;
  return [
    arn === undefined ? { said: `${denies}.` } : { said: `${denies}:`, value: arn },
    { said: `An explicit deny wins over whatever allows it. ${also}` },
  ];
}
