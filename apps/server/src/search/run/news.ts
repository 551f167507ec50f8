import { problem, type Problem } from '@trailglass/api';
import type { Step } from '../scope/scope-reading.types.ts';
import type { Target } from '../search.types.ts';

/** Which problems of a search its consumer is told: each once, and a throttle each time with its new countdown. */
export class News {
  readonly #told = new Set<string>();

  of(step: Step, target: Target): Problem | undefined {
    const found = problemIn(step, target);
    if (found === undefined) return undefined;
    // Credentials are the whole account's: seventeen Regions need not say so seventeen times.
    const everywhere = found.type.startsWith('credentials-') || found.type === 'wrong-account';
    const key = `${found.type} ${found.account} ${everywhere ? '' : found.region}`;
    if (this.#told.has(key) && found.retryAfterMs === undefined) return undefined;
    this.#told.add(key);
    return found;
  }
}

function problemIn(step: Step, { label }: Target): Problem | undefined {
  if (step.kind === 'waiting' || step.kind === 'failed' || step.kind === 'told')
    return step.problem;
  if (step.kind !== 'page' || step.unreadable === 0) return undefined;
  return unreadable(step.unreadable, label);
}

/** Some events of an answer could not be read at all. */
export const unreadable = (count: number, label: Target['label']): Problem =>
  problem(
    'upstream-invalid',
    `${count === 1 ? 'One event' : `${count} events`} of account ${label.account} in ${label.region} ` +
      'could not be read and are not shown; the others of the same answer are.',
    label,
  );
