import type { Client } from 'openapi-fetch';
import { language } from '../texts';
import { ApiProblem, asProblem, problemOf } from './problem';
import type { paths } from './schema';
import { setServerClock } from './serverClock';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** Calls whose paths, parameters and answers are the OpenAPI document's; the types alone are of `openapi-fetch`. */
export type Api = Pick<Client<paths>, Method>;

/** Gives the access token of who has signed in, renewed when it is about to end. */
export type TokenSource = () => Promise<string | undefined>;

/** What a call may say of itself, as far as we use it. */
type Call = Pick<RequestInit, 'cache' | 'signal'> & {
  readonly params?: {
    readonly path?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number>>;
    readonly header?: Readonly<Record<string, string>>;
  };
  readonly body?: unknown;
};

export function createApi(apiUrl: string, accessToken: TokenSource): Api {
  const call =
    (method: Method) =>
    async (path: string, { params, body, ...how }: Call = {}) => {
      const isOwn = !isPublic(method, path);
      const headers = new Headers(params?.header);
      if (!headers.has('Accept-Language')) headers.set('Accept-Language', language.value);
      if (isOwn) headers.set('Authorization', `Bearer ${await needed(accessToken())}`);
      const sentAtMs = Date.now();
      const address = apiUrl + addressOf(path, params);
      const response = await fetch(address, { ...how, method, headers, ...written(body, headers) });
      // What caches may keep has an old date.
      if (isOwn) setServerClock(response.headers.get('Date'), sentAtMs, Date.now());
      return read(response);
    };
  return Object.fromEntries(METHODS.map((method) => [method, call(method)])) as unknown as Api;
}

function written(body: unknown, headers: Headers): RequestInit {
  if (body === undefined) return {};
  headers.set('Content-Type', 'application/json');
  return { body: JSON.stringify(body) };
}

async function read(response: Response) {
  if (!response.ok) return { error: await response.json().catch(() => undefined), response };
  const text = await response.text();
  return text === '' ? { response } : { data: JSON.parse(text), response };
}

/** What everybody may read goes without a token, so that caches on the way can keep it. Holds are somebody's. */
const isPublic = (method: Method, path: string): boolean =>
  method === 'GET' && /^\/(musicals|performances)\b(?!.*\/holds$)/.test(path);

async function needed(token: Promise<string | undefined>): Promise<string> {
  const known = await token;
  if (known === undefined) throw new ApiProblem('unauthenticated', 401);
  return known;
}

function addressOf(path: string, { path: names = {}, query = {} }: Call['params'] = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(names[name] ?? ''));
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

type Outcome<Body> = { readonly data?: Body; readonly error?: unknown; readonly response: Response };

/** A good answer, whatever it holds. Throws an `ApiProblem` for every other, and when there is none. */
export async function done<Body>(outcome: Promise<Outcome<Body>>): Promise<Outcome<Body>> {
  const { data, error, response } = await outcome.catch((failure) => {
    throw asProblem(failure);
  });
  if (!response.ok) throw problemOf(response.status, error, response.headers.get('Retry-After'));
  return { data, response } as Outcome<Body>;
}

/** The body of a good answer. Throws an `ApiProblem` when there is none. */
export async function answered<Body>(outcome: Promise<Outcome<Body>>): Promise<NonNullable<Body>> {
  const { data, response } = await done(outcome);
  if (data === undefined || data === null) throw new ApiProblem('unreadable', response.status);
  return data;
}
