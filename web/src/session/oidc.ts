import { OidcClient, type SigninResponse, WebStorageStateStore } from 'oidc-client-ts';
import type { Config } from '../config';
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

export function createOidc({ issuer, clientId }: Config): Oidc {
  const client = new OidcClient({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/login/callback`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid profile email offline_access',
    response_type: 'code',
    response_mode: 'query',
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  return {
    signInAddress: async (returnTo, language) =>
      (await client.createSigninRequest({ state: returnTo, ui_locales: language })).url,
    complete: async (address) => {
      const response = await client.processSigninResponse(address);
      return { login: loginOf(response, customerOf(response)), returnTo: response.userState };
    },
    renew: async ({ customer, idToken }, refreshToken) => {
      const state = {
        refresh_token: refreshToken,
        session_state: null,
        profile: { sub: customer.customerId, iss: issuer, aud: clientId, exp: 0, iat: 0 },
        ...(idToken === undefined ? {} : { id_token: idToken }),
      };
      const response = await client.useRefreshToken({ state });
      return loginOf({ ...response, refresh_token: response.refresh_token ?? refreshToken }, customer);
    },
    signOutAddress: async (login) =>
      (
        await client.createSignoutRequest(
          login?.idToken === undefined ? {} : { id_token_hint: login.idToken },
        )
      ).url,
  };
}

type Tokens = Pick<SigninResponse, 'access_token' | 'refresh_token' | 'id_token' | 'expires_at'>;

const loginOf = (tokens: Tokens, customer: Login['customer']): Login => ({
  customer,
  accessToken: tokens.access_token,
  refreshToken: tokens.refresh_token,
  idToken: tokens.id_token,
  expiresAt: tokens.expires_at ?? 0,
});

const customerOf = ({ profile }: SigninResponse): Login['customer'] => ({
  customerId: profile.sub,
  name: profile.name ?? profile.preferred_username ?? profile.email ?? profile.sub,
});
