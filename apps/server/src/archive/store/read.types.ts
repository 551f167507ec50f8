import type { Scope } from '@trailglass/record';
import type { Request } from '../protocol.ts';

type Asked = Extract<Request, { op: 'read' }>;
/** The place of an event in the order of a list, newest first. */
export type Position = NonNullable<Asked['below']>;

/** What is read of several scopes at once: the same events of each. */
export interface Read extends Pick<Asked, 'from' | 'to' | 'filter' | 'limit' | 'below'> {
  readonly scopes: readonly Scope[];
}
