import { problemOf } from '../../api/problem';
import type { App } from '../../app/context';
import { language } from '../../texts';

/** A call whose body or answer is no JSON: a poster, a table. Throws an `ApiProblem`, or a `TypeError` without a network. */
export async function staffFetch(
  { config, session }: App,
  path: string,
  { headers, ...how }: RequestInit = {},
): Promise<Response> {
  const all = new Headers(headers);
  all.set('Accept-Language', language.value);
  all.set('Authorization', `Bearer ${await session.accessToken()}`);
  const response = await fetch(config.apiUrl + path, { ...how, headers: all });
  if (response.ok) return response;
  const body = await response.json().catch(() => undefined);
  throw problemOf(response.status, body, response.headers.get('Retry-After'));
}
