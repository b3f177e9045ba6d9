import type { Client } from './clients';
import type { OAuthErrorCode } from './oauthError';

/** A request that the page may answer. */
export type AuthorizationRequest = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly scope: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
};

/** A `mistake` is shown to the person. A `refusal` goes back to the client, whose address is known to be right. */
export type Asked =
  | { readonly status: 'request'; readonly request: AuthorizationRequest }
  | { readonly status: 'mistake'; readonly description: string }
  | {
      readonly status: 'refusal';
      readonly redirectUri: string;
      readonly state: string | undefined;
      readonly error: OAuthErrorCode;
      readonly description: string;
    };

type Parameters = Readonly<Record<string, string | undefined>>;

/** Checks the query of `GET /authorize`. Source: OpenID Connect Core 1.0, section 3.1.2.1, and RFC 7636 */
export function readAuthorizationRequest(query: Parameters, client: Client): Asked {
  const { client_id: clientId, redirect_uri: redirectUri = '', state, nonce } = query;
  if (clientId !== client.clientId) {
    return { status: 'mistake', description: `client_id must be ${client.clientId}.` };
  }
  if (!client.redirectUris.includes(redirectUri)) {
    const known = client.redirectUris.join(', ');
    return {
      status: 'mistake',
      description: `redirect_uri must be one of ${known}. It is compared exactly.`,
    };
  }
  const failed = CHECKS.find(({ isRight }) => !isRight(query));
  if (failed) {
    const { error, description } = failed;
    return { status: 'refusal', redirectUri, state, error, description };
  }
  const { code_challenge: codeChallenge = '', scope = '' } = query;
  return { status: 'request', request: { clientId, redirectUri, codeChallenge, scope, state, nonce } };
}

type Check = {
  readonly error: OAuthErrorCode;
  readonly description: string;
  readonly isRight: (query: Parameters) => boolean;
};

/** The first that fails is told. */
const CHECKS: readonly Check[] = [
  {
    error: 'request_not_supported',
    description: 'Send the parameters themselves, not request or request_uri.',
    isRight: ({ request, request_uri }) => request === undefined && request_uri === undefined,
  },
  {
    error: 'unsupported_response_type',
    description: 'response_type must be code.',
    isRight: ({ response_type }) => response_type === 'code',
  },
  {
    error: 'invalid_request',
    description: 'response_mode must be query.',
    isRight: ({ response_mode = 'query' }) => response_mode === 'query',
  },
  {
    error: 'invalid_request',
    description: 'PKCE is needed: code_challenge of 43 characters, with code_challenge_method S256.',
    isRight: ({ code_challenge = '', code_challenge_method }) =>
      code_challenge_method === 'S256' && /^[\w-]{43}$/.test(code_challenge),
  },
  {
    error: 'invalid_scope',
    description: 'scope must have openid.',
    isRight: ({ scope = '' }) => scope.split(' ').includes('openid'),
  },
  {
    error: 'login_required',
    description: 'Everybody signs in anew here, so prompt=none never succeeds.',
    isRight: ({ prompt }) => prompt !== 'none',
  },
];

/** The client's address with the answer in its query. Source: RFC 6749, section 4.1.2, and RFC 9207 for `iss` */
export function redirectAddress(
  redirectUri: string,
  answer: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
