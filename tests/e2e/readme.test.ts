import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually, openTheatre, type Theatre } from '../marquee';

const README = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { MARQUEE_DEMO: 'on' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const chapterOf = (name: string): string => README.split(/^## /m).find((part) => part.startsWith(name)) ?? '';

/** The shell blocks of a chapter, as somebody pastes them, on this system's ports. */
const blocksOf = (chapter: string): string[] => {
  const { api, payment, identity } = theatre.urls;
  return [...chapterOf(chapter).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) =>
    block
      .replace('http://127.0.0.1:8080/api', api)
      .replace('http://127.0.0.1:9900', payment)
      .replace('http://127.0.0.1:9999', identity),
  );
};

test('the lines of the README, pasted, take a newcomer from the seat map to the refund and to the next buyer', async () => {
  const script = blocksOf('One reservation by curl').join('\n');
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
  for (const { title, translations, posterUrl } of body.items) {
    expect([title, translations.en.title]).toEqual([
      expect.stringMatching(/^[가-힣 ]+$/),
      expect.stringMatching(/^[A-Za-z’ ]+$/),
    ]);
    expect((await fetch(theatre.urls.web + posterUrl)).status).toBe(200);
  }
});

/** Runs the script in one shell that stops at `read`, where `meanwhile` happens. */
async function inOneShell(script: string, meanwhile: () => Promise<void>): Promise<string[]> {
  const shell = spawn('bash', ['-e', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  shell.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const ended = once(shell, 'close');
  await eventually(
    async () => printed,
    (lines) => lines.includes('STOPPED'),
  );
  await meanwhile();
  shell.stdin.end('\n');
  expect(await ended).toEqual([0, null]);
  return printed.split('\n').filter((line) => line !== 'STOPPED');
}

test('the lines of the README, pasted, take a member from joining to a payment that is taken back', async () => {
  const [whoYouAre = ''] = blocksOf('One reservation by curl');
  const [block = ''] = blocksOf('A membership by curl');
  const script = [whoYouAre, block].join('\n');
  const printed = execFileSync('bash', ['-e', '-c', script], { encoding: 'utf8', timeout: 60_000 });
  const [joined, billed, paid, back, mypage] = printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  expect(joined).toMatchObject({ status: 'active', monthlyFee: 9_000 });
  expect(billed.items).toMatchObject([{ status: 'unpaid', orderId: billed.items[0].billId }]);
  expect(paid).toMatchObject({ status: 'paid' });
  expect(back).toMatchObject({ status: 'unpaid', orderId: `${paid.billId}-2` });
  expect(mypage).toHaveProperty('bills.billCount');
});

test('the lines of the README, pasted, take a borrower from four of four glasses to overdue and back', async () => {
  const [whoYouAre = ''] = blocksOf('One reservation by curl');
  const [today = '', later = ''] = blocksOf('A loan by curl');
  const offset = /MARQUEE_CLOCK_OFFSET_SECONDS=(\d+) npm start/.exec(chapterOf('A loan by curl'))?.[1] ?? '';
  const script = [whoYouAre, today, 'echo STOPPED; read -r', whoYouAre, later].join('\n');
  const printed = await inOneShell(script, async () => {
    await theatre.system().stop();
    await theatre.restart({ MARQUEE_CLOCK_OFFSET_SECONDS: offset });
  });

  const [lent, more, refused, loans, overdue, returned, again] = printed
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  expect(lent).toMatchObject({ status: 'lent', quantity: 4 });
  expect(more).toMatchObject({ stock: 7, available: 3 });
  expect(refused).toMatchObject({ status: 409, code: 'out-of-stock' });
  expect(loans.items).toMatchObject([{ status: 'cancelled', reason: 'out-of-stock', quantity: 5 }]);
  expect(overdue).toMatchObject({ status: 409, code: 'overdue' });
  expect(returned).toMatchObject({ loanId: lent.loanId, status: 'returned' });
  expect(again).toMatchObject({ status: 'lent', quantity: 1 });
}, 240_000);
