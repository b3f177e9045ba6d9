import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Config } from '../config';

/**
 * The login of the issuer, by code flow with PKCE. Everything is kept in `sessionStorage`, so that closing the browser
 * ends it, also on a computer that others use. Renewal is by refresh token: frames fail where third-party cookies do.
 */
export function createUserManager({ issuer, clientId }: Config): UserManager {
  const store = new WebStorageStateStore({ store: sessionStorage });
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/login/callback`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid profile email offline_access',
    response_type: 'code',
    response_mode: 'query',
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
    monitorSession: false,
  });
}
