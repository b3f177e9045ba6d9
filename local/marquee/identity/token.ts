import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonBody } from '../http/jsonApp';
import type { App } from '../http/server';
import type { Authorization } from './authorize';
import { OAuthError } from './oauthError';
import { tokenRequest } from './tokenRequest';

const grant = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id: z.string(),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string(),
  }),
  z.object({ grant_type: z.literal('refresh_token'), client_id: z.string(), refresh_token: z.string() }),
]);
type Grant = z.infer<typeof grant>;

const FORM = 'application/x-www-form-urlencoded';

/** Adds `POST /token`. A form is a grant of OAuth 2.0, JSON asks for any token at all. */
export function serveToken(app: App, authorization: Authorization): void {
  const { issuer } = authorization;
  app.post('/token', async (c) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.header('Content-Type')?.startsWith(FORM)) {
      return c.json(await exchange(authorization, readGrant(await c.req.parseBody())));
    }
    const parsed = tokenRequest.safeParse((await jsonBody(c)) ?? {});
    if (!parsed.success) throw new OAuthError('invalid_request', z.prettifyError(parsed.error));
    const access_token = await issuer.accessTokenAsAsked(parsed.data);
    return c.json({ access_token, token_type: 'Bearer', expires_in: parsed.data.expiresInSeconds });
  });
}

function readGrant(form: Readonly<Record<string, unknown>>): Grant {
  if (form.grant_type === undefined) {
    throw new OAuthError(
      'invalid_request',
      'The form has no grant_type. To ask for any token, send JSON with Content-Type: application/json.',
    );
  }
  const isKnown = grant.options.some((option) => option.shape.grant_type.value === form.grant_type);
  if (!isKnown) {
    throw new OAuthError('unsupported_grant_type', 'grant_type must be authorization_code or refresh_token.');
  }
  const parsed = grant.safeParse(form);
  if (!parsed.success) throw new OAuthError('invalid_request', z.prettifyError(parsed.error));
  return parsed.data;
}

async function exchange({ client, grants, issuer, now }: Authorization, asked: Grant) {
  if (asked.client_id !== client.clientId) {
    throw new OAuthError('invalid_client', `client_id must be ${client.clientId}.`);
  }
  const granted =
    asked.grant_type === 'authorization_code'
      ? grants.use(
          'code',
          asked.code,
          now(),
          ({ redirectUri, codeChallenge }) =>
            redirectUri === asked.redirect_uri && codeChallenge === challengeOf(asked.code_verifier),
        )
      : grants.use('refresh', asked.refresh_token, now(), () => true);
  if (!granted) {
    throw new OAuthError('invalid_grant', 'It is unknown, used, too old, or belongs to another request.');
  }
  const tokens = await issuer.loginTokens(granted);
  if (!granted.login.scope.split(' ').includes('offline_access')) return tokens;
  return { ...tokens, refresh_token: grants.newRefreshToken(granted.sid, now()) };
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
