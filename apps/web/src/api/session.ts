import { sharedValue } from '../ui/shared-value.ts';

/**
 * The session's second half. The first is a cookie, which other ports of this machine can see;
 * session storage they cannot, so both are needed and this half stays in it.
 */
const KEY = 'trailglass.session';

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

let half = stored();

function keep(value: string | undefined): void {
  half = value;
  try {
    if (value === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, value);
  } catch {
    // Without session storage the session lasts until the page is reloaded.
  }
}

const needed = sharedValue(false);

export const session = {
  headers: (): Record<string, string> => (half === undefined ? {} : { 'x-session': half }),
  half: (): string | undefined => half,
  begin: (value: string): void => {
    keep(value);
    needed.set(false);
  },
  /** The server has answered that it does not know this browser. */
  lost: (): void => {
    keep(undefined);
    needed.set(true);
  },
};

export const useSignInNeeded = needed.use;
