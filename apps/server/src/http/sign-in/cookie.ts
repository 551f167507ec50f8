import { sessionLifeMs } from './sessions.ts';

/**
 * The name carries the port, because all ports of a host share its cookies. The prefix and `Secure` hold on local
 * addresses too; a remote address over plain HTTP would never send such a cookie back.
 */
export function cookieName(origin: string): string {
  const { hostname, port, protocol } = new URL(origin);
  const name = `trailglass-${port || (protocol === 'https:' ? '443' : '80')}`;
  return isSecureContext(protocol, hostname) ? `__Host-${name}` : name;
}

const isSecureContext = (protocol: string, hostname: string): boolean =>
  protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** A Set-Cookie value; an empty value ends the cookie. */
export function setCookie(origin: string, value: string): string {
  const name = cookieName(origin);
  const age = value === '' ? 0 : sessionLifeMs / 1000;
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`;
}

/** The value of the one cookie with that name; undefined also when there are two, which is someone else's doing. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}
