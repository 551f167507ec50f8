import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/**
 * The one-time token from the link in the terminal, out of the address's fragment. Whatever cannot be a token is the
 * empty one: refused and counted as any wrong token is.
 */
export const SignIn = z.object({ token: z.string().max(200).catch('') }).strict();
/** The second half of the session, for the header `x-session`; the first half is a cookie. */
export const SignedIn = z.object({ session: z.string(), expires: z.string() });
export type SignedIn = z.infer<typeof SignedIn>;

export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    summary: 'Exchange the one-time token of the terminal’s link for a session',
    body: SignIn,
    answer: SignedIn,
    problems: ['sign-in-needed', 'too-many-requests'],
    open: true,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    summary: 'End the session',
    answer: z.object({}),
    problems: [],
  }),
} as const;
