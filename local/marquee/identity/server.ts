import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { z } from 'zod';
import { type Clock, systemClock } from '../../../shared/kernel/clock';
import {
  answer,
  type JsonReply,
  type Route,
  type RunningServer,
  startJsonServer,
} from '../payment/jsonServer';
import { ALGORITHM, loadSigningKey, type SigningKey } from './signingKey';
import { type TokenRequest, tokenRequest } from './tokenRequest';

export type IdentityOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** The signing key lies in it. */
  readonly dataDir: string;
  readonly clock?: Clock;
};

/** An OpenID Connect issuer on 127.0.0.1 that gives a token to whoever asks. Its issuer is its own address. */
export async function startIdentity(options: IdentityOptions): Promise<RunningServer> {
  const { port, dataDir, clock = systemClock } = options;
  const key = await loadSigningKey(dataDir);
  let issuer = '';
  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: '/.well-known/openid-configuration',
      handle: () => answer(200, discovery(issuer)),
    },
    { method: 'GET', path: '/jwks', handle: () => answer(200, { keys: [key.publicJwk] }) },
    { method: 'POST', path: '/token', handle: ({ body }) => token(key, issuer, clock, body) },
  ];
  const server = await startJsonServer({ port, routes, errorBody: (_, message) => invalidRequest(message) });
  issuer = server.url;
  return server;
}

const invalidRequest = (error_description: string) => ({ error: 'invalid_request', error_description });

const discovery = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/jwks`,
  token_endpoint: `${issuer}/token`,
  response_types_supported: ['token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [ALGORITHM],
  claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'jti', 'oid', 'email', 'name', 'locale', 'roles'],
});

async function token(key: SigningKey, issuer: string, clock: Clock, body: unknown): Promise<JsonReply> {
  const parsed = tokenRequest.safeParse(body ?? {});
  if (!parsed.success) return answer(400, invalidRequest(z.prettifyError(parsed.error)));
  const { expiresInSeconds } = parsed.data;
  const access_token = await new SignJWT(claims(parsed.data, issuer, Math.floor(clock.now() / 1000)))
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'JWT' })
    .sign(key.privateKey);
  return answer(200, { access_token, token_type: 'Bearer', expires_in: expiresInSeconds });
}

function claims(request: TokenRequest, issuer: string, now: number): JWTPayload {
  const { sub, oid, email, name, locale, roles, aud, iss = issuer, expiresInSeconds } = request;
  const exp = now + expiresInSeconds;
  const optional = Object.entries({ oid, email, name, locale, roles }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(optional), sub, aud, iss, exp, iat: Math.min(now, exp), jti: randomUUID() };
}
