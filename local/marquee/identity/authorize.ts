import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { type Language, languageOf, sendPage } from '../http/page';
import type { App } from '../http/server';
import { type AuthorizationRequest, readAuthorizationRequest, redirectAddress } from './authorizationRequest';
import { authorizePage, refusedPage } from './authorizePage';
import type { Client } from './clients';
import type { Grants } from './grants';
import type { Issuer } from './issuer';
import { type Person, PRESETS, type Preset } from './people';

export type Authorization = {
  readonly client: Client;
  readonly grants: Grants;
  readonly issuer: Issuer;
  readonly now: () => number;
};

/** Adds the page of `/authorize` and what it posts. */
export function serveAuthorize(app: App, { client, grants, issuer, now }: Authorization): void {
  const answer = (c: Context, act: (request: AuthorizationRequest, language: Language) => Reply): Reply => {
    const query = c.req.query();
    const language = languageOf(query.ui_locales, c.req.header('Accept-Language'));
    const asked = readAuthorizationRequest(query, client);
    switch (asked.status) {
      case 'mistake':
        return sendPage(c, refusedPage(language, asked.description), 400);
      case 'refusal': {
        const { redirectUri, state, error, description } = asked;
        const refusal = { error, error_description: description, state, iss: issuer.url() };
        return c.redirect(redirectAddress(redirectUri, refusal), 303);
      }
      case 'request':
        return act(asked.request, language);
      default:
        return asked satisfies never;
    }
  };
  const showPage = (c: Context, { redirectUri }: AuthorizationRequest, language: Language) => {
    const { pathname, search } = new URL(c.req.url);
    const loginHint = c.req.query('login_hint');
    return sendPage(c, authorizePage({ language, action: `${pathname}${search}`, redirectUri, loginHint }));
  };

  app.get('/authorize', (c) => answer(c, (request, language) => showPage(c, request, language)));
  app.post('/authorize', async (c) => {
    const posted = await c.req.parseBody();
    return answer(c, ({ state, ...request }, language) => {
      const person = personOf(posted, language);
      if (!person) return showPage(c, { state, ...request }, language);
      const code = grants.begin({ ...request, person, authTime: issuer.seconds() }, now());
      return c.redirect(redirectAddress(request.redirectUri, { code, state, iss: issuer.url() }), 303);
    });
  });
}

type Reply = Response | Promise<Response>;

const preset = z.object({ person: z.enum(Object.keys(PRESETS) as [Preset, ...Preset[]]) });
const somebody = z.object({ name: z.string().trim().min(1).max(100), email: z.email().max(200) });

/** Who was chosen, undefined when nothing readable was. One e-mail address is always the same customer. */
function personOf(posted: unknown, locale: Language): Person | undefined {
  const chosen = preset.safeParse(posted);
  if (chosen.success) return PRESETS[chosen.data.person];
  const typed = somebody.safeParse(posted);
  if (!typed.success) return undefined;
  const { name, email } = typed.data;
  const known = Object.values(PRESETS).find((person) => person.email === email.toLowerCase());
  if (known) return known;
  const sub = createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24);
  return { sub, name, email, email_verified: true, locale, roles: [] };
}
