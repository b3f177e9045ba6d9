import { type Clock, systemClock } from '../../../shared/kernel/clock';
import { jsonApp } from '../http/jsonApp';
import { servePageStyle } from '../http/page';
import { type RunningServer, serveApp } from '../http/server';
import { type Authorization, serveAuthorize } from './authorize';
import { webClient } from './clients';
import { openGrants } from './grants';
import { createIssuer } from './issuer';
import { OAuthError } from './oauthError';
import { serveSession } from './session';
import { ALGORITHM, loadSigningKey } from './signingKey';
import { serveToken } from './token';

export type IdentityOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** The signing key and the logins lie in it. */
  readonly dataDir: string;
  /** Where the web is opened: `http://127.0.0.1:8080`. */
  readonly webOrigins?: readonly string[];
  readonly clock?: Clock;
};

const MAX_BODY_BYTES = 64 * 1024;

/** An OpenID Connect issuer on 127.0.0.1 at which anybody can be anybody. Its issuer is its own address. */
export async function startIdentity(options: IdentityOptions): Promise<RunningServer> {
  const { port, dataDir, webOrigins = [], clock = systemClock } = options;
  const key = await loadSigningKey(dataDir);
  const grants = openGrants(dataDir);
  let url = '';
  const issuer = createIssuer(key, () => url, clock);
  const authorization: Authorization = { client: webClient(webOrigins), grants, issuer, now: clock.now };

  const app = jsonApp({
    maxBodyBytes: MAX_BODY_BYTES,
    errorBody: (error) => ({
      error: error instanceof OAuthError ? error.code : 'invalid_request',
      error_description: error.message,
    }),
  });
  app.get('/.well-known/openid-configuration', (c) => c.json(discovery(url)));
  app.get('/jwks', (c) => c.json({ keys: [key.publicJwk] }));
  servePageStyle(app);
  serveAuthorize(app, authorization);
  serveToken(app, authorization);
  serveSession(app, authorization);

  const server = await serveApp(app, port);
  url = server.url;
  return {
    ...server,
    close: async () => {
      await server.close();
      grants.close();
    },
  };
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  end_session_endpoint: `${issuer}/logout`,
  jwks_uri: `${issuer}/jwks`,
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  authorization_response_iss_parameter_supported: true,
  ui_locales_supported: ['ko', 'en'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [ALGORITHM],
  claims_supported: [
    ...['sub', 'iss', 'aud', 'exp', 'iat', 'jti', 'oid', 'auth_time', 'nonce', 'sid'],
    ...['email', 'email_verified', 'name', 'locale', 'roles'],
  ],
});
