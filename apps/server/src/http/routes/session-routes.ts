import { contract, ProblemError, problem } from '@trailglass/api';
import { type Registrar, register } from '../endpoint.ts';
import { setCookie } from '../sign-in/cookie.ts';
import type { Door } from '../sign-in/door.ts';

/** @param door absent where nobody needs to sign in */
export function sessionRoutes(to: Registrar, door: Door | undefined): void {
  register(to, contract.signIn, async ({ body, request, response, entry }) => {
    if (!door) throw new ProblemError(problem('not-found', 'This server needs no sign-in.'));
    const { cookie, answer } = door.enter(request, body.token);
    response.setHeader('Set-Cookie', setCookie(entry.origin, cookie));
    return answer;
  });
  register(to, contract.signOut, async ({ request, response, entry }) => {
    door?.leave(request, entry.origin);
    response.setHeader('Set-Cookie', setCookie(entry.origin, ''));
    // Not "cookies", which would clear those of every port, nor "storage", where the reader's columns are.
    response.setHeader('Clear-Site-Data', '"cache"');
    return {};
  });
}
