import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App } from './server';

export type Language = 'ko' | 'en';
type Markup = ReturnType<typeof html>;

export type Page = {
  readonly language: Language;
  readonly title: string;
  /** Says that this is a stand-in, and what for. */
  readonly notice: string;
  readonly main: Markup;
  /** Where its form may lead, besides this server. */
  readonly leadsTo?: string | undefined;
};

/** The first of the asked languages that pages here speak, English otherwise. Each is a list as browsers send it. */
export function languageOf(...asked: readonly (string | undefined)[]): Language {
  const tags = asked.flatMap((list) => (list ?? '').toLowerCase().split(/[\s,]+/));
  return tags.find((tag) => /^(ko|en)\b/.test(tag))?.startsWith('ko') ? 'ko' : 'en';
}

/** Compiled code lies in dist/. The style sheet stays with the source. */
const STYLE = path.join(
  __filename.endsWith('.ts') ? __dirname : path.resolve(__dirname, '../../../../local/marquee/http'),
  'page.css',
);

/** Adds what the pages need besides themselves. */
export function servePageStyle(app: App): void {
  app.get('/page.css', (c) =>
    c.body(readFileSync(STYLE), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  );
}

/** Answers with a page without scripts. Its form may lead to this server and to one other origin. */
export function sendPage(c: Context, page: Page, status: 200 | 400 = 200): Response | Promise<Response> {
  const { language, title, notice, main, leadsTo = '' } = page;
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${leadsTo}; base-uri 'none'; frame-ancestors 'none'`,
  );
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  c.status(status);
  return c.html(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Marquee</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <header><p class="name">Marquee</p></header>
    <main>
      <h1>${title}</h1>
      <p class="notice">${notice}</p>
      ${main}
    </main>
  </body>
</html>`);
}
