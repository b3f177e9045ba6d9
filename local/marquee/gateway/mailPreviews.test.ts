import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendMailPreviews } from './mailPreviews';

const server = createServer((request, response) => sendMailPreviews(request.url ?? '', response));
let at: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dev/mails`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('every mail that the page names is there, in both languages, and loads nothing', async () => {
  const page = await (await fetch(at)).text();
  const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, link]) => link ?? []);
  const names = new Set(links.map((link) => link.split('/').at(-1)?.split('.').slice(0, 2).join('.')));
  expect(names).toContain('ReservationCompleted.ko');
  expect(names).toContain('ErasureLifted-holding.en');
  for (const link of new Set(links)) {
    const answer = await fetch(new URL(link, at));
    expect([link, answer.status]).toEqual([link, 200]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await answer.text();
    expect(text).not.toContain('cid:');
    if (link.endsWith('.ics')) expect(text).toContain('BEGIN:VEVENT');
  }
});

test('the mail of a sale has a picture for each seat, and one that came before its tickets has none', async () => {
  const pictures = async (name: string) =>
    [...(await (await fetch(`${at}/${name}.en.dark.html`)).text()).matchAll(/src="data:image\/png/g)].length;
  expect([await pictures('ReservationCompleted'), await pictures('ReservationCompleted-late')]).toEqual([
    2, 0,
  ]);
  expect((await fetch(`${at}/NoSuchMail.en.txt`)).status).toBe(404);
});
