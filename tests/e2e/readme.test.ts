import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually, openTheatre, type Theatre } from '../marquee';

const README = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { MARQUEE_DEMO: 'on' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

/** The shell blocks of a chapter, as somebody pastes them, one after the other. */
const blocksOf = (chapter: string): string => {
  const text = README.split(/^## /m).find((part) => part.startsWith(chapter)) ?? '';
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
};

test('the lines of the README, pasted, take a newcomer from the seat map to the refund and to the next buyer', async () => {
  const { api, payment, identity } = theatre.urls;
  const script = blocksOf('One reservation by curl')
    .replace('http://127.0.0.1:8080/api', api)
    .replace('http://127.0.0.1:9900', payment)
    .replace('http://127.0.0.1:9999', identity);
  const printed = execFileSync('bash', ['-e', '-c', script], { encoding: 'utf8', timeout: 60_000 }).split(
    '\n',
  );

  const [
    seatMap = '',
    refused = '',
    held = '',
    paid = '',
    status,
    mypage = '',
    quote = '',
    cancelled,
    next = '',
  ] = printed;
  expect(seatMap).toContain('"capacity":1000');
  expect(JSON.parse(refused)).toMatchObject({ status: 409, code: 'seat-taken', taken: ['VIP-A-2'] });
  expect(JSON.parse(held)).toMatchObject({ status: 'held', amount: 340_000 });
  expect(['paid', 'completed']).toContain(JSON.parse(paid).status);
  expect(status).toBe('completed');
  expect(JSON.parse(mypage).summary).toMatchObject({ completedCount: 1, spent: { KRW: 340_000 } });
  expect(JSON.parse(quote)).toEqual({ fee: 0, refund: 340_000, currency: 'KRW', allowed: true });
  expect(['cancelling', 'cancelled']).toContain(cancelled);
  expect(JSON.parse(next)).toMatchObject({ seats: ['VIP-A-1', 'VIP-A-2'] });
  await eventually(theatre.mails, (mails) => mails.some(({ subject }) => subject.startsWith('Your tickets')));
});

test('the demo season is on sale, in Korean and English, with pictures', async () => {
  const { body } = await theatre.anyone('/musicals');
  expect(body.items).toHaveLength(3);
  for (const { title, posterUrl } of body.items) {
    expect(title).toMatch(/[가-힣].*[A-Za-z]/);
    expect((await fetch(theatre.urls.web + posterUrl)).status).toBe(200);
  }
});
