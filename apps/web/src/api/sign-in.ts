import { type Problem, problem, ProblemError } from '@trailglass/api';
import { client } from './client.ts';
import { queryClient } from './query-client.ts';
import { session } from './session.ts';
import { sharedValue } from '../ui/shared-value.ts';

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

/** Why the link that the page was opened with, or pointed to later, did not work. */
const linkProblem = sharedValue<Problem | undefined>(undefined);
export const useLinkProblem = linkProblem.use;

/** @returns why it did not work, if it did not; else everything that waits for a session is asked again */
export async function signIn(token: string): Promise<Problem | undefined> {
  try {
    session.begin((await client.signIn(token)).session);
  } catch (error) {
    return error instanceof ProblemError
      ? error.problem
      : problem('internal', 'The server’s answer to the sign-in could not be read.');
  }
  linkProblem.set(undefined);
  void queryClient.invalidateQueries();
  return undefined;
}

async function follow(token: string | undefined): Promise<void> {
  if (token !== undefined) linkProblem.set(await signIn(token));
}

/** Signs in when the page was opened by the terminal's link, or is pointed to it while it waits. */
export async function arrive(): Promise<void> {
  addEventListener('hashchange', () => void follow(takeToken()));
  await follow(takeToken());
}
