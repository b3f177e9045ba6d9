import { z } from 'zod';
import { languageOf, sendPage } from '../http/page';
import type { App } from '../http/server';
import { redirectAddress } from './authorizationRequest';
import type { Authorization } from './authorize';
import { refusedPage } from './authorizePage';
import { claimsInScope } from './issuer';

/** A file in place of text is as good as nothing. */
const logoutRequest = z.object({
  id_token_hint: z.string().catch(''),
  post_logout_redirect_uri: z.string().catch(''),
  state: z.string().optional().catch(undefined),
});

/** Adds `/userinfo` and `/logout`. Source: OpenID Connect Core 1.0, section 5.3, and RP-Initiated Logout 1.0 */
export function serveSession(app: App, { client, grants, issuer }: Authorization): void {
  app.on(['GET', 'POST'], '/userinfo', async (c) => {
    const token = /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    const claims = await issuer.readAccessToken(token);
    if (!claims) {
      c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
      return c.json(
        { error: 'invalid_token', error_description: 'The access token is not of a login.' },
        401,
      );
    }
    return c.json({ sub: claims.sub, ...claimsInScope(claims, String(claims.scope)) });
  });

  app.on(['GET', 'POST'], '/logout', async (c) => {
    const asked = logoutRequest.parse(c.req.method === 'GET' ? c.req.query() : await c.req.parseBody());
    const { id_token_hint: hint, post_logout_redirect_uri: next, state } = asked;
    const login = await issuer.readIdTokenHint(hint);
    if (login) grants.end(String(login.sid));
    if (client.postLogoutRedirectUris.includes(next))
      return c.redirect(redirectAddress(next, { state }), 303);
    const known = client.postLogoutRedirectUris.join(', ');
    const language = languageOf(c.req.header('Accept-Language'));
    const description = `post_logout_redirect_uri must be one of ${known}. It is compared exactly.`;
    return sendPage(c, refusedPage(language, description), 400);
  });
}
