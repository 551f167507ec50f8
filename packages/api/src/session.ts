import { z } from 'zod';

/**
 * The one-time token from the link in the terminal, out of the address's fragment. Whatever cannot be a token is the
 * empty one: refused and counted as any wrong token is.
 */
export const SignIn = z.object({ token: z.string().max(200).catch('') }).strict();
/** The second half of the session, for the header `x-session`; the first half is a cookie. */
export const SignedIn = z.object({ session: z.string(), expires: z.string() });
export type SignedIn = z.infer<typeof SignedIn>;
