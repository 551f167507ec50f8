import { ProblemError, problem } from '@trailglass/api';
import { decodePart } from './gate/path.ts';

const most = 32;
const bad = (detail: string): ProblemError => new ProblemError(problem('bad-request', detail));

/**
 * Reads `a=1&b=2` strictly: each known name once, valid percent-encoding. The answer has no prototype, so names such as
 * `__proto__` are names like any other, and unknown.
 * @throws ProblemError that names what is wrong
 */
export function readQuery(text: string, known: readonly string[]): Record<string, string> {
  const found = Object.create(null) as Record<string, string>;
  if (text === '') return found;
  const pairs = text.split('&');
  if (pairs.length > most) throw bad(`The query has more than ${most} parameters.`);
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    if (!known.includes(name)) {
      throw bad(`The parameter ${JSON.stringify(name.slice(0, 80))} is unknown here.`);
    }
    if (name in found) throw bad(`The parameter ${JSON.stringify(name)} is repeated.`);
    found[name] = at < 0 ? '' : decode(pair.slice(at + 1));
  }
  return found;
}

function decode(text: string): string {
  const decoded = decodePart(text.replaceAll('+', ' '));
  if (decoded === undefined) throw bad('The query is not valid percent-encoding.');
  return decoded;
}
