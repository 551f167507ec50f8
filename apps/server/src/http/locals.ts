import type { Entry } from './gate/gate.ts';

declare global {
  namespace Express {
    /** What the gate knows of every request that it let in. */
    interface Locals {
      entry: Entry;
      /** The request's own, as X-Request-Id and in the log. */
      id: string;
    }
  }
}
