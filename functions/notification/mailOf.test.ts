import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateSync } from 'node:zlib';
import { EmailClient } from '@azure/communication-email';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { qrOf } from '../../shared/kernel/qr';
import { sampleEvent } from '../../tests/samples/events';
import { ticketsFor } from '../../tests/samples/notices';
import { reservationCompleted } from '../reservation/contract';
import { noticeOf } from './domain/notice';
import { emailClientMailer, type Mail, mimeOf } from './mail';
import { mailOf } from './mailOf';

const seats = (count: number) => Array.from({ length: count }, (_, i) => `A-1-${i + 1}`);

function mailTo(count: number, title = 'Midnight & <Moon>'): Mail {
  const told = {
    ...{ reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim', version: 4, title },
    ...{ startsAt: '2026-12-24T10:30:00.000Z', venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' } },
    ...{ seats: seats(count), amount: 340_000, currency: 'KRW' },
  };
  const event = sampleEvent(reservationCompleted, 'r1', told);
  const customer = { email: 'kim@example.com', locale: 'en' };
  const notice = noticeOf(event, customer, '2026-11-21T10:00:00.000Z', '2026-11-21T10:00:30.000Z');
  return mailOf(notice, 'kim@example.com', ticketsFor(told).data.tickets ?? []);
}

/** The mail as it goes over the wire. */
async function written(mail: Mail): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
    mimeOf(mail, 'house@example.com'),
  );
  return message as Buffer;
}

/** The dark pixels of a PNG of one bit a pixel, row by row. */
function pixelsOf(png: Buffer): boolean[][] {
  const size = png.readUInt32BE(16);
  const idat = png.indexOf('IDAT');
  const bytes = inflateSync(png.subarray(idat + 4, idat + 4 + png.readUInt32BE(idat - 4)));
  const length = 1 + Math.ceil(size / 8);
  return Array.from({ length: size }, (_, y) =>
    Array.from(
      { length: size },
      (_, x) => (((bytes[y * length + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0,
    ),
  );
}

test('a ticket’s mail is text and HTML with its codes inside, and a file for the calendar', async () => {
  const mail = mailTo(2);
  const parsed = await PostalMime.parse(await written(mail));
  expect(parsed.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
  );
  expect(parsed.text).toContain('Show a code at the door.');
  expect(parsed.html).toContain('Midnight &amp; &lt;Moon&gt;');
  expect(parsed.attachments).toMatchObject([
    { mimeType: 'image/png', filename: 'A-1-1.png', disposition: 'inline', related: true },
    { mimeType: 'image/png', filename: 'A-1-2.png', disposition: 'inline', related: true },
    { mimeType: 'text/calendar', filename: 'performance.ics', disposition: 'attachment', method: 'PUBLISH' },
  ]);
  const shown = [...(parsed.html ?? '').matchAll(/src="cid:([^"]+)"/g)].map(([, id]) => `<${id}>`);
  expect(shown).toEqual(parsed.attachments.slice(0, 2).map(({ contentId }) => contentId));
});

test('a code in a mail is the code of its ticket, with light around it', async () => {
  const told = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim', seats: seats(1) };
  const [ticket] = ticketsFor({ ...told, amount: 0, currency: 'KRW' }).data.tickets ?? [];
  const [png] = mailTo(1).attachments;
  const pixels = pixelsOf(png?.content ?? Buffer.alloc(0));
  const modules = pixels.filter((_, y) => y % 8 === 4).map((row) => row.filter((_, x) => x % 8 === 4));
  const inside = modules.slice(4, -4).map((row) => row.slice(4, -4));
  expect(inside).toEqual(qrOf(ticket?.code ?? ''));
  expect(modules.flat().filter(Boolean)).toHaveLength(inside.flat().filter(Boolean).length);
});

test('the mail of as many seats as anybody gets is far below the 10 MB that the service takes', async () => {
  expect((await written(mailTo(20))).length).toBeLessThan(100_000);
});

test('nothing in the HTML is loaded from anywhere, and nothing in it runs', () => {
  const { html } = mailTo(2, '<script src="https://example.com/x.js">');
  expect(html).not.toMatch(/<script|url\(|@import|(src|href)="(?!cid:)/);
});

test('Communication Services get text, HTML, the files and the header', async () => {
  let body: unknown;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    body = JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(202, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id: request.headers['operation-id'], status: 'Running' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const key = Buffer.from('key').toString('base64');
    const client = new EmailClient(`endpoint=http://127.0.0.1:${port}/;accesskey=${key}`, {
      allowInsecureConnection: true,
    });
    const mail = mailTo(1);
    await emailClientMailer(client, 'house@example.com')(mail);
    expect(body).toMatchObject({
      senderAddress: 'house@example.com',
      content: { subject: mail.subject, plainText: mail.text, html: mail.html },
      recipients: { to: [{ address: 'kim@example.com' }] },
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [
        {
          ...{ name: 'A-1-1.png', contentType: 'image/png', contentId: 'ticket-1@marquee' },
          contentInBase64: mail.attachments[0]?.content.toString('base64'),
        },
        { name: 'performance.ics' },
      ],
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
