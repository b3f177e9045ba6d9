import { readFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './store';

const HOST = '127.0.0.1';
const MAX_MAIL_BYTES = 10 * 1024 * 1024;
const DEFAULT_LIST = 50;

const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/** A mail runs nothing and loads nothing. The page here may show it. */
const MAIL_HEADERS = {
  'Content-Security-Policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
};

export type MailServer = {
  readonly smtpPort: number;
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Takes mails by SMTP and shows them over HTTP, on 127.0.0.1; port 0 takes any free one. */
export async function startMail(store: MailStore, smtpPort: number, webPort: number): Promise<MailServer> {
  const smtp = smtpFront(store);
  const web = serve({
    fetch: webFront(store).fetch,
    hostname: HOST,
    port: webPort,
    autoCleanupIncoming: true,
  });
  smtp.listen(smtpPort, HOST);
  const [takenSmtp, takenWeb] = await Promise.all([listening(smtp.server), listening(web as Server)]);
  return {
    smtpPort: takenSmtp,
    url: `http://${HOST}:${takenWeb}`,
    close: async () => {
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(resolve)),
        new Promise<void>((resolve) => {
          web.close(() => resolve());
          if ('closeAllConnections' in web) web.closeAllConnections();
        }),
      ]);
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
  });
}

function smtpFront(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_MAIL_BYTES,
    disableReverseLookup: true,
    // What stands before the @ is the receiver's business, and docomo has two dots side by side there.
    lenientAddressParsing: true,
    onData: (stream, _session, done) => {
      read(stream)
        .then((source) => {
          if (stream.sizeExceeded)
            throw Object.assign(new Error('The mail is too large.'), { responseCode: 552 });
          return store.add(source);
        })
        .then(() => done(), done);
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => {});
  return server;
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function webFront(store: MailStore): Hono {
  const web = new Hono();
  web.get('/', (context) => context.html(readFileSync(PAGE, 'utf8'), 200, PAGE_HEADERS));
  web.get('/api/email', (context) => {
    const limit = Number(context.req.query('limit') ?? DEFAULT_LIST);
    if (Number.isInteger(limit) && limit > 0) return context.json(store.list(limit));
    return context.json({ message: 'limit must be a whole number from 1.' }, 400);
  });
  web.get('/api/email/:id/source', (context) => {
    const source = store.source(context.req.param('id'));
    if (source === undefined) return context.json({ message: 'There is no such mail.' }, 404);
    return context.body(new Uint8Array(source), 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });
  web.get('/api/email/:id/html', async (context) => {
    const html = await store.html(context.req.param('id'));
    if (html === undefined) return context.json({ message: 'There is no such mail.' }, 404);
    return context.html(html, 200, MAIL_HEADERS);
  });
  web.delete('/api/email/:id', (context) =>
    store.remove(context.req.param('id'))
      ? context.body(null, 204)
      : context.json({ message: 'There is no such mail.' }, 404),
  );
  web.notFound((context) => context.json({ message: `There is nothing at ${context.req.path}.` }, 404));
  return web;
}

/** Compiled code lies in dist/; the page stays with the source. */
const PAGE = path.join(
  __filename.endsWith('.ts') ? __dirname : path.resolve(__dirname, '../../../../local/marquee/mail'),
  'page.html',
);
