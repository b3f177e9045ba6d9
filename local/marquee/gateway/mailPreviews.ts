import type { ServerResponse } from 'node:http';
import { html, raw } from 'hono/html';
import { mailOf } from '../../../functions/notification/mailOf';
import { type MailSample, mailSamples } from './mailSamples';
import { sendProblem } from './problem';

/** Every notice in every language, as the product's own code writes it, in the light and in the dark. Nothing is sent. */

const LOCALES = ['ko', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];
const ROOT = '/dev/mails';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

/** Answers everything under `/dev/mails`. */
export function sendMailPreviews(pathname: string, response: ServerResponse): void {
  const text = pathname === ROOT || pathname === `${ROOT}/` ? overview() : mailAt(pathname);
  if (text === undefined) {
    sendProblem(response, 'not-found');
    return;
  }
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Cache-Control', 'no-store');
  const type = /\.(txt|ics)$/.test(pathname) ? 'plain' : 'html';
  response.writeHead(200, { 'Content-Type': `text/${type}; charset=utf-8` });
  response.end(text);
}

/** `<sample>.<locale>.<light or dark>.html`, `<sample>.<locale>.txt` or `.ics`. */
function mailAt(pathname: string): string | undefined {
  const [name, locale, ...kind] = pathname.slice(ROOT.length + 1).split('.');
  const language = LOCALES.find((one) => one === locale);
  const sample = language && mailSamples(language).find((one) => one.name === name);
  if (sample === undefined) return undefined;
  const mail = mailOf(sample.notice, 'mina@example.com', sample.tickets);
  switch (kind.join('.')) {
    case 'light.html':
    case 'dark.html':
      return inScheme(withPictures(mail), kind[0] as Scheme);
    case 'txt':
      return `Subject: ${mail.subject}\n\n${mail.text}\n`;
    case 'ics':
      return mail.attachments.find(({ name: file }) => file.endsWith('.ics'))?.content.toString();
    default:
      return undefined;
  }
}

const withPictures = ({ html: page, attachments }: ReturnType<typeof mailOf>): string =>
  attachments.reduce(
    (shown, { contentId, contentType, content }) =>
      contentId === undefined
        ? shown
        : shown.replaceAll(`cid:${contentId}`, `data:${contentType};base64,${content.toString('base64')}`),
    page,
  );

/** As a mail program in this scheme shows it, whatever the browser's own is. */
const inScheme = (page: string, scheme: Scheme): string =>
  page
    .replaceAll('light dark', scheme)
    .replace('(prefers-color-scheme:dark)', scheme === 'dark' ? 'all' : 'not all');

function overview(): string {
  const rows = LOCALES.flatMap((locale) => mailSamples(locale).map((sample) => rowOf(sample, locale)));
  return String(html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Marquee: every mail</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 1.5rem; color: #222; background: #fff; }
  section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
  iframe { width: 360px; height: 34rem; border: 1px solid #ccc; }
  pre { width: 24rem; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
<h1>Every mail, written by the product's code from samples</h1>
${raw(rows.join('\n'))}
</html>`);
}

function rowOf({ name, notice, tickets }: MailSample, locale: (typeof LOCALES)[number]): string {
  const { subject, text, attachments } = mailOf(notice, 'mina@example.com', tickets);
  const at = `${ROOT}/${name}.${locale}`;
  const hasEntry = attachments.some(({ name: file }) => file.endsWith('.ics'));
  const mailed = notice.mail === 'none' ? ' (in the app alone)' : '';
  return String(html`<h2>${name}, ${locale}: ${subject}${mailed}</h2>
<p><a href="${at}.light.html">light</a> · <a href="${at}.dark.html">dark</a> · <a href="${at}.txt">text</a>${
    hasEntry ? raw(` · <a href="${at}.ics">calendar</a>`) : ''
  }</p>
<section>
<iframe loading="lazy" title="${name} ${locale} light" src="${at}.light.html"></iframe>
<iframe loading="lazy" title="${name} ${locale} dark" src="${at}.dark.html"></iframe>
<pre>${text}</pre>
</section>`);
}
