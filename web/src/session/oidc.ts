import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockSkew,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  type IDToken,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { serverNow } from '../api/serverClock';
import type { Config } from '../config';
import { begunSignIn, keepBegun } from './begunSignIn';
import type { Login } from './login';

/** The login of the issuer, by code flow with PKCE. Renewal is by refresh token: frames fail where third-party cookies do. */
export type Oidc = {
  readonly signInAddress: (returnTo: string, language: string) => Promise<string>;
  /** Ends the login that the callback's address carries. `returnTo` is what was given at its start. */
  readonly complete: (address: string) => Promise<{ readonly login: Login; readonly returnTo: unknown }>;
  /** Throws when the issuer refuses, or cannot be reached. */
  readonly renew: (login: Login, refreshToken: string) => Promise<Login>;
  readonly signOutAddress: (login: Login | undefined) => Promise<string>;
};

const SCOPE = 'openid profile email offline_access';
const ANSWER_MS = 10_000;

export function createOidc({ issuer, clientId }: Config, base: string): Oidc {
  const redirectUri = `${location.origin}${base}/login/callback`;
  // The issuer on one machine has no TLS.
  const options = {
    [allowInsecureRequests]: issuer.startsWith('http:'),
    signal: () => AbortSignal.timeout(ANSWER_MS),
  };
  /** Tokens are judged on the server's clock, for a phone's may be wrong by hours. */
  const client = (): Client => ({
    client_id: clientId,
    [clockSkew]: Math.round((serverNow() - Date.now()) / 1_000),
  });
  let discovering: Promise<AuthorizationServer> | undefined;
  const discover = () => {
    discovering ??= discovered(issuer, options).catch((error) => {
      discovering = undefined;
      throw error;
    });
    return discovering;
  };
  return {
    signInAddress: async (returnTo, language) => {
      const { authorization_endpoint } = await discover();
      const [state, nonce, verifier] = [
        generateRandomState(),
        generateRandomNonce(),
        generateRandomCodeVerifier(),
      ];
      keepBegun(state, { nonce, verifier, returnTo });
      return withQuery(authorization_endpoint, {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        response_mode: 'query',
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
      });
    },
    complete: async (address) => {
      const answer = new URL(address);
      const state = answer.searchParams.get('state') ?? '';
      const { nonce, verifier, returnTo } = begunSignIn(state);
      const server = await discover();
      const parameters = validateAuthResponse(server, client(), answer, state);
      const tokens = await processAuthorizationCodeResponse(
        server,
        client(),
        await authorizationCodeGrantRequest(
          server,
          client(),
          None(),
          parameters,
          redirectUri,
          verifier,
          options,
        ),
        { expectedNonce: nonce, requireIdToken: true },
      );
      const claims = getValidatedIdTokenClaims(tokens);
      if (claims === undefined) throw new Error('The issuer has not said who it is.');
      return { login: loginOf(tokens, customerOf(claims)), returnTo };
    },
    renew: async ({ customer, idToken }, refreshToken) => {
      const server = await discover();
      const response = await refreshTokenGrantRequest(server, client(), None(), refreshToken, options);
      const tokens = await processRefreshTokenResponse(server, client(), response);
      return { refreshToken, idToken, ...loginOf(tokens, customer) };
    },
    signOutAddress: async (login) =>
      withQuery((await discover()).end_session_endpoint, {
        client_id: clientId,
        post_logout_redirect_uri: `${location.origin}${base}/`,
        ...(login?.idToken === undefined ? {} : { id_token_hint: login.idToken }),
      }),
  };
}

async function discovered(
  issuer: string,
  options: NonNullable<Parameters<typeof discoveryRequest>[1]>,
): Promise<AuthorizationServer> {
  const address = new URL(issuer);
  return processDiscoveryResponse(address, await discoveryRequest(address, options));
}

function withQuery(endpoint: string | undefined, query: Readonly<Record<string, string>>): string {
  if (endpoint === undefined) throw new Error('The issuer has no such page.');
  const address = new URL(endpoint);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

/** Refresh and id token are absent where the issuer has given no new ones. */
const loginOf = (tokens: TokenEndpointResponse, customer: Login['customer']): Login => ({
  customer,
  accessToken: tokens.access_token,
  ...(tokens.refresh_token === undefined ? {} : { refreshToken: tokens.refresh_token }),
  ...(tokens.id_token === undefined ? {} : { idToken: tokens.id_token }),
  expiresAt: Date.now() / 1_000 + (tokens.expires_in ?? 0),
});

const customerOf = ({ sub, name, preferred_username, email, roles }: IDToken): Login['customer'] => ({
  customerId: sub,
  roles: Array.isArray(roles) ? roles.map(String) : undefined,
  name: String(name ?? preferred_username ?? email ?? sub),
});
