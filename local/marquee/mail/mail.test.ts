import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { smtpMailer } from '../../../functions/notification/mail';
import { type MailServer, startMail } from './server';
import { MailStore, type StoredMail } from './store';

let folder: string;
let server: MailServer;
const start = async (maxMails?: number) => {
  server = await startMail(await MailStore.open(folder, maxMails), 0, 0);
};
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mail-'));
  await start();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const plain = {
  to: 'mina@example.com',
  subject: 's',
  text: 't',
  html: '<p>t',
  attachments: [],
  messageId: '<1@marquee>',
};
const send = (subject: string, text = '표 두 장') =>
  smtpMailer(
    `smtp://127.0.0.1:${server.smtpPort}`,
    'house@example.com',
  )({ ...plain, subject, text, messageId: `<${subject}@marquee>` });
const list = async (query = ''): Promise<readonly StoredMail[]> =>
  (await (await fetch(`${server.url}/api/email${query}`)).json()) as readonly StoredMail[];

test('what the product sends is listed, the newest first, as it was written', async () => {
  await send('first');
  await send('등불지기의 노래');
  expect(await list()).toMatchObject([
    {
      from: 'house@example.com',
      to: [{ address: 'mina@example.com' }],
      subject: '등불지기의 노래',
      text: '표 두 장',
      headers: { 'message-id': '<등불지기의 노래@marquee>' },
    },
    { subject: 'first' },
  ]);
  expect(await list('?limit=1')).toHaveLength(1);
  expect((await fetch(`${server.url}/api/email?limit=x`)).status).toBe(400);
});

test.each([
  ['a&b@example.com', 'a&b@example.com'],
  ['a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
  ['minji@xn--9z2b15t.xn--3e0b707e', 'minji@xn--9z2b15t.xn--3e0b707e'],
  ['민지@example.com', '민지@example.com'],
])('the product’s mail to %s arrives there', async (to, address) => {
  const url = `smtp://127.0.0.1:${server.smtpPort}`;
  await smtpMailer(url, 'house@example.com')({ ...plain, to });
  expect(await list()).toMatchObject([{ to: [{ address }] }]);
});

test('a mail’s HTML is shown with its pictures, and runs nothing', async () => {
  const content = Buffer.from('png');
  const attachments = [{ name: 'a.png', contentType: 'image/png', content, contentId: 'a@marquee' }];
  await smtpMailer(
    `smtp://127.0.0.1:${server.smtpPort}`,
    'house@example.com',
  )({ ...plain, html: '<img src="cid:a@marquee">', attachments });
  const [mail] = await list();
  expect(mail?.files).toEqual(['a.png']);
  const shown = await fetch(`${server.url}/api/email/${mail?.id}/html`);
  expect(await shown.text()).toContain(`<img src="data:image/png;base64,${content.toString('base64')}">`);
  expect(shown.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
});

test('a mail as it came; one that is not there', async () => {
  await send('first');
  const [mail] = await list();
  const source = await (await fetch(`${server.url}/api/email/${mail?.id}/source`)).text();
  expect(source).toContain('Subject: first');
  expect((await fetch(`${server.url}/api/email/..%2Fmail/source`)).status).toBe(404);
});

test('a process that was killed loses no mail it has taken, and shows none that it had not', async () => {
  await send('first');
  await send('second');
  await server.close();
  writeFileSync(path.join(folder, '1'), 'half a ma');
  await start();
  await send('third');
  expect((await list()).map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
});

test('when there are too many the oldest goes, from the disk too', async () => {
  await server.close();
  await start(2);
  for (const subject of ['first', 'second', 'third']) await send(subject);
  expect((await list()).map(({ subject }) => subject)).toEqual(['third', 'second']);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('a mail that is too large is refused for good, and nothing is kept', async () => {
  const transport = createTransport({ host: '127.0.0.1', port: server.smtpPort });
  const mail = { from: 'a@example.com', to: 'b@example.com', text: 'x'.repeat(11 * 1024 * 1024) };
  await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 552 });
  expect(await list()).toEqual([]);
});

test('the page takes its data from here only', async () => {
  const page = await fetch(server.url);
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(await page.text()).toContain('/api/email');
});
