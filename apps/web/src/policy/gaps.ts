import type { LeastPrivilege } from '@trailglass/api';
import { counted } from '../ui/numbers/count.ts';

interface Gap {
  readonly title: string;
  readonly says: string;
  /** One by one, with how many events it was. */
  readonly lines: readonly (readonly [text: string, count?: number])[];
}

/** Everything that a reader must know before the policy is attached, in words; what did not happen is not said. */
export function gapsOf({ leftOut, patterns, passed, onBehalf }: LeastPrivilege): readonly Gap[] {
  const { denied, unmapped, missing, byServices, noCalls } = leftOut;
  const lists: readonly Gap[] = [
    {
      title: 'Left out: calls that AWS refused',
      says: 'Nobody has shown that they are needed. Add those that should have worked.',
      lines: denied.map(({ action, count }) => [action, count]),
    },
    {
      title: 'Left out: events that are no known action',
      says: 'The data set has no IAM action of that name. Most such calls need another one; look it up in the service authorization reference.',
      lines: unmapped.map(({ eventSource, eventName, count }) => [
        `${eventName} of ${eventSource}`,
        count,
      ]),
    },
    {
      title: 'Left out: events that were not found',
      says: 'Neither the archive nor AWS has them any more.',
      lines: missing.map((id) => [id]),
    },
    {
      title: 'Resources written as patterns',
      says: 'The events do not name these, as where a call makes a thing. Narrow the pattern where you know the names.',
      lines: patterns.map(({ action, resource }) => [`${action} on ${resource}`]),
    },
    {
      title: 'Roles that were handed to a service',
      says: 'That needs iam:PassRole as well, which leaves no event and is not in the policy.',
      lines: passed.map(({ action, role }) => [`${action} with ${role}`]),
    },
    {
      title: 'Made by AWS services for the caller',
      says: 'They need the caller’s permission and are in the policy. A condition on aws:CalledVia can keep them to that way.',
      lines: onBehalf.map(({ service, count }) => [service, count]),
    },
  ];
  const counts = [
    byServices > 0 && `${counted(byServices, 'call')} by AWS services themselves`,
    noCalls > 0 &&
      `${counted(noCalls, 'event')} that ${noCalls === 1 ? 'is' : 'are'} no call, such as sign-ins`,
  ].filter((said) => said !== false);
  return [
    {
      title: 'Data events',
      says: 'Event history records management events only: reading and writing objects, items and messages, and invoking functions leave none, and are not in this policy unless a trail recorded them.',
      lines: [],
    },
    {
      title: 'Conditions',
      says: 'None are set. IAM names are taken to have no path where only the name is recorded.',
      lines: [],
    },
    ...(counts.length > 0
      ? [{ title: 'Left out as well', says: `${counts.join('; ')}.`, lines: [] }]
      : []),
    ...lists.filter(({ lines }) => lines.length > 0),
  ];
}
