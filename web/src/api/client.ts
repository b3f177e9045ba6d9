import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblem, asProblem, problemOf } from './problem';
import type { paths } from './schema';
import { setServerClock } from './serverClock';

export type Api = Client<paths>;

/** Gives the access token of who has signed in, renewed when it is about to end. */
export type TokenSource = () => Promise<string | undefined>;

/** A client whose paths, parameters and answers are the OpenAPI document's. */
export function createApi(apiUrl: string, accessToken: TokenSource): Api {
  const api = createClient<paths>({ baseUrl: apiUrl });
  api.use(bearer(accessToken), clock());
  return api;
}

/** What everybody may read goes without a token, so that caches on the way can keep it. Holds are somebody's. */
const isPublic = ({
  method,
  schemaPath,
}: {
  readonly method: string;
  readonly schemaPath: string;
}): boolean => method === 'GET' && /^\/(musicals|performances)\b(?!.*\/holds$)/.test(schemaPath);

const bearer = (accessToken: TokenSource): Middleware => ({
  async onRequest({ request, schemaPath }) {
    if (isPublic({ method: request.method, schemaPath })) return;
    const token = await accessToken();
    if (token === undefined) throw new ApiProblem('unauthenticated', 401);
    request.headers.set('Authorization', `Bearer ${token}`);
  },
});

function clock(): Middleware {
  const sentAt = new WeakMap<Request, number>();
  return {
    onRequest({ request }) {
      sentAt.set(request, Date.now());
    },
    onResponse({ request, response, schemaPath }) {
      if (isPublic({ method: request.method, schemaPath })) return;
      setServerClock(response.headers.get('Date'), sentAt.get(request) ?? Date.now(), Date.now());
    },
  };
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
