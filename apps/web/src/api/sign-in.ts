import { type Problem, problem, ProblemError } from '@trailglass/api';
import { client } from './client.ts';
import { queryClient } from './query-client.ts';
import { session } from './session.ts';

/** The one-time token in a link from the terminal: `http://127.0.0.1:4517/#k=…`, or the token alone. */
export function tokenIn(link: string): string | undefined {
  const found = /(?:^|#k=)([A-Za-z0-9_-]{16,200})$/.exec(link.trim());
  return found?.[1];
}

/** Takes the token out of the address, so that neither history nor a copied link keeps it. */
function takeToken(): string | undefined {
  if (!location.hash.startsWith('#k=')) return undefined;
  const token = tokenIn(location.hash);
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

/** @returns why it did not work, if it did not */
export async function signIn(token: string): Promise<Problem | undefined> {
  try {
    session.begin((await client.signIn(token)).session);
    return undefined;
  } catch (error) {
    return error instanceof ProblemError
      ? error.problem
      : problem('internal', 'The server’s answer to the sign-in could not be read.');
  }
}

/** Signs in when the page was opened, or is later pointed, by the terminal's link. */
export async function arrive(): Promise<Problem | undefined> {
  const token = takeToken();
  addEventListener('hashchange', () => {
    const later = takeToken();
    if (later !== undefined)
      void signIn(later).then((failure) => failure ?? queryClient.invalidateQueries());
  });
  return token === undefined ? undefined : signIn(token);
}
