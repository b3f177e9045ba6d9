import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../../shared/kernel/clock';
import type { Login } from './grants';
import { ALGORITHM, type SigningKey } from './signingKey';
import type { TokenRequest } from './tokenRequest';

const AUDIENCE = 'marquee';
const LOGIN_TOKEN_SECONDS = 3_600;

export type Issuer = ReturnType<typeof createIssuer>;

/**
 * Signs and reads tokens. `url` is asked for at each call, because the address is known only once the server listens.
 */
export function createIssuer(key: SigningKey, url: () => string, clock: Clock) {
  const keys = createLocalJWKSet({ keys: [key.publicJwk] });
  const seconds = (): number => Math.floor(clock.now() / 1000);
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'JWT' }).sign(key.privateKey);

  return {
    url,
    seconds,
    /** Whatever token is asked for. An address in it is verified unless something else is asked for. */
    accessTokenAsAsked({ iss = url(), expiresInSeconds, ...claims }: TokenRequest): Promise<string> {
      const now = seconds();
      const exp = now + expiresInSeconds;
      const verified = claims.email === undefined ? {} : { email_verified: true };
      return sign({ ...verified, ...claims, iss, exp, iat: Math.min(now, exp), jti: randomUUID() });
    },
    /** Access and ID token of a login, for an hour. */
    async loginTokens({ sid, login }: { readonly sid: string; readonly login: Login }) {
      const { clientId, scope, nonce, person, authTime } = login;
      const now = seconds();
      const common = { iss: url(), iat: now, exp: now + LOGIN_TOKEN_SECONDS, sub: person.sub };
      const [access_token, id_token] = await Promise.all([
        sign({ ...common, ...person, aud: AUDIENCE, jti: randomUUID(), client_id: clientId, scope }),
        sign({
          ...common,
          ...claimsInScope(person, scope),
          ...(nonce === undefined ? {} : { nonce }),
          aud: clientId,
          auth_time: authTime,
          sid,
        }),
      ]);
      return { access_token, id_token, token_type: 'Bearer', expires_in: LOGIN_TOKEN_SECONDS, scope };
    },
    /** The claims of a login's access token. Undefined for any other token, or once it has ended. */
    async readAccessToken(token: string): Promise<JWTPayload | undefined> {
      const currentDate = new Date(clock.now());
      const options = { issuer: url(), audience: AUDIENCE, currentDate };
      return jwtVerify(token, keys, options).then(
        ({ payload }) => (payload.scope === undefined ? undefined : payload),
        () => undefined,
      );
    },
    /** The login of an ID token, though it has ended, and the client it was given to. */
    async readIdTokenHint(token: string): Promise<JWTPayload | undefined> {
      return jwtVerify(token, keys, { issuer: url(), currentDate: new Date(0) }).then(
        ({ payload }) => (payload.sid === undefined ? undefined : payload),
        () => undefined,
      );
    },
  };
}

const CLAIMS_OF_SCOPE: Readonly<Record<string, readonly string[]>> = {
  profile: ['name', 'locale', 'roles'],
  email: ['email', 'email_verified'],
};

/** Of what is known of a person, what the scope lets the client see. */
export function claimsInScope(
  known: Readonly<Record<string, unknown>>,
  scope: string,
): Record<string, unknown> {
  const names = scope.split(' ').flatMap((one) => CLAIMS_OF_SCOPE[one] ?? []);
  return Object.fromEntries(
    names.map((name) => [name, known[name]]).filter(([, value]) => value !== undefined),
  );
}
