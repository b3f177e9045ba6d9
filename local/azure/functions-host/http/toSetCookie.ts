import type { RpcCookie } from '../app/coreTypes';

const SAME_SITE = { none: undefined, lax: 'Lax', strict: 'Strict', explicitNone: 'None' } as const;

/**
 * The `Set-Cookie` text of a cookie an app returned. The value is percent-encoded, as the real host's is.
 *
 * Source: RFC 6265, section 4.1.1; ASP.NET Core, SetCookieHeaderValue.
 */
export function toSetCookie(cookie: RpcCookie): string {
  const parts = [`${encodeURIComponent(cookie.name)}=${encodeURIComponent(cookie.value)}`];
  const expires = cookie.expires?.value?.seconds;
  const maxAge = cookie.maxAge?.value;
  const sameSite = SAME_SITE[cookie.sameSite ?? 'none'];
  if (expires !== undefined && expires !== null)
    parts.push(`Expires=${new Date(expires * 1_000).toUTCString()}`);
  if (maxAge !== undefined && maxAge !== null) parts.push(`Max-Age=${Math.trunc(maxAge)}`);
  if (cookie.domain?.value) parts.push(`Domain=${cookie.domain.value}`);
  parts.push(`Path=${cookie.path?.value || '/'}`);
  if (cookie.secure?.value) parts.push('Secure');
  if (sameSite) parts.push(`SameSite=${sameSite}`);
  if (cookie.httpOnly?.value) parts.push('HttpOnly');
  return parts.join('; ');
}
