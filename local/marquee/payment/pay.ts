import type { Context } from 'hono';
import { z } from 'zod';
import { type Language, languageOf, sendPage } from '../http/page';
import type { App } from '../http/server';
import type { PaymentEngine } from './engine';
import { CARDS } from './payment';
import { cancelMessage, payPage, refusedPage } from './payPage';
import { cancelAddress, type PayRequest, payRequest, successAddress } from './payRequest';

const posted = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('cancel') }),
  z.object({ outcome: z.literal('pay'), card: z.enum(CARDS) }),
]);
const created = z.object({ paymentKey: z.string() });

/** Adds the page that plays the provider's window, and what it posts. */
export function servePayPage(app: App, engine: Pick<PaymentEngine, 'createSandboxPayment'>): void {
  app.get('/pay', (c) => answer(c, (asked, language) => showPage(c, asked, language)));
  app.post('/pay', async (c) => {
    const choice = posted.safeParse(await c.req.parseBody());
    return answer(c, (asked, language) => {
      if (!choice.success) return showPage(c, asked, language);
      if (choice.data.outcome === 'cancel')
        return c.redirect(cancelAddress(asked, cancelMessage(language)), 303);
      const { orderId, amount, currency } = asked;
      const reply = engine.createSandboxPayment({ orderId, amount, currency, card: choice.data.card });
      return c.redirect(successAddress(asked, created.parse(reply.body).paymentKey), 303);
    });
  });
}

type Reply = Response | Promise<Response>;

/** Acts on an order that can be read. For another, the page says what is wrong. */
function answer(c: Context, act: (asked: PayRequest, language: Language) => Reply): Reply {
  const query = c.req.query();
  const language = languageOf(query.locale, c.req.header('Accept-Language'));
  const parsed = payRequest.safeParse(query);
  if (parsed.success) return act(parsed.data, language);
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return sendPage(c, refusedPage(language, mistakes), 400);
}

function showPage(c: Context, asked: PayRequest, language: Language): Reply {
  const { pathname, search } = new URL(c.req.url);
  return sendPage(c, payPage(language, `${pathname}${search}`, asked));
}
