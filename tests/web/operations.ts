import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { eventually, key, newPerformance, soldAtCounter, type Theatre } from '../marquee';
import { findingsInAllLooks, staffPage } from './staffSteps';
import type { Stage } from './stage';
import { title } from './steps';

/** Whether it works, what is stuck, what was done, and the papers. */
export function operations(stage: () => Stage): void {
  test('a refund that is owed is listed for the box office, and an admin has it tried again', async () => {
    const reservationId = await owedRefund(stage().theatre);
    const seller = await staffPage(stage(), 'box-office', { path: '/staff/operations/pending' });
    await rowOf(seller, reservationId).getByRole('rowheader', { name: 'refund owed' }).waitFor();
    const page = await staffPage(stage(), 'admin', { path: '/staff/operations/pending' });
    await page.getByLabel('Kind').selectOption('refund');
    await rowOf(page, reservationId).getByRole('button', { name: 'Look' }).click();
    const dialog = page.getByRole('dialog', { name: 'What it is about' });
    await dialog.getByText('"status": "cancelling"').waitFor();
    expect(await dialog.getByRole('button', { name: 'Discard' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.waitFor({ state: 'detached' });
    const audit = await staffPage(stage(), 'admin', { path: '/staff/operations/audit' });
    await audit
      .getByRole('rowheader', { name: /pending.*retry/ })
      .first()
      .waitFor();
  }, 300_000);

  test('health says that people can buy, and what is down when they cannot', async () => {
    const page = await staffPage(stage(), 'box-office', { path: '/staff/operations' });
    await page.getByText(/People can buy/).waitFor();
    await page.getByRole('rowheader', { name: 'database' }).waitFor();
    await page.route('**/api/health', (route) =>
      route.fulfill({
        status: 503,
        json: { status: 'down', checks: { database: { status: 'down', reason: 'no answer' } }, progress: {} },
      }),
    );
    await page.reload();
    await page.getByText('Nobody can buy.').waitFor();
    await page.getByText('no answer').waitFor();
  }, 300_000);

  test('dead letters are chosen and replayed by their queue, and one is given up with a reason', async () => {
    const page = await staffPage(stage(), 'admin');
    const replays: unknown[] = [];
    await page.route('**/api/admin/dead-letters', (route) => route.fulfill({ json: { items: LETTERS } }));
    await page.route('**/api/admin/dead-letters/*/replay', (route) => {
      replays.push([route.request().url().split('/').at(-2), route.request().postDataJSON()]);
      return route.fulfill({ status: 202, json: { replayed: 1 } });
    });
    await page.goto('/staff/operations/letters');
    await page.getByRole('checkbox', { name: 'Choose e2' }).check();
    expect(await findingsInAllLooks(page, 'letters')).toEqual([]);
    await page.getByRole('button', { name: 'Replay the chosen one' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replay the chosen one' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Replay all of mypage' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replay all of mypage' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(replays).toEqual([
      ['reservation', { eventIds: ['e2'] }],
      ['mypage', {}],
    ]);
    await discardsWithReason(page);
  }, 300_000);

  test('papers are tables as the API writes them', async () => {
    const page = await staffPage(stage(), 'box-office', { path: '/staff/operations/papers' });
    for (const [button, name] of ['sales', 'settlement'].entries()) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download CSV' }).nth(button).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^${name}-.*\\.csv$`));
      expect([...readFileSync(await file.path()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
  }, 300_000);

  test('the box office has no way to what is an admin’s', async () => {
    const page = await staffPage(stage(), 'box-office', { path: '/staff/operations/audit' });
    await title(page, 'Health').waitFor();
    expect(await page.getByRole('link', { name: 'Audit' }).count()).toBe(0);
  }, 300_000);

  test('axe finds nothing on any view, nor on one that fails', async () => {
    const page = await staffPage(stage(), 'admin');
    const findings: string[] = [];
    const views = ['health', 'pending', 'letters', 'books', 'audit', 'papers'];
    for (const view of views) {
      await page.goto(`/staff/operations/${view}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      findings.push(...(await findingsInAllLooks(page, view)));
    }
    await page.route('**/api/**', (route) => route.fulfill(REFUSED));
    for (const view of ['pending', 'letters', 'books', 'audit']) {
      await page.goto(`/staff/operations/${view}`);
      await page.getByText('The roles of this account do not allow it.', { exact: false }).waitFor();
      findings.push(...(await findingsInAllLooks(page, `${view} failed`)));
    }
    expect(findings).toEqual([]);
  }, 300_000);
}

const REFUSED = { status: 403, contentType: 'application/problem+json', body: '{"code":"forbidden"}' };

const LETTERS = [
  ['reservation', 'e1'],
  ['reservation', 'e2'],
  ['mypage', 'e3'],
].map(([queue, eventId]) => ({
  queue,
  eventId,
  type: 'SeatsHeld',
  reason: 'It can be read, but its handler failed each time. Last error: no answer',
  deliveryCount: 10,
  enqueuedAt: '2026-12-01T10:00:00Z',
}));

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

/** The API is played: a dead letter that nobody can handle is not to be had quickly. */
async function discardsWithReason(page: Page): Promise<void> {
  const item = {
    id: 'd1',
    kind: 'dead-letter',
    since: '2026-12-01T10:00:00Z',
    reason: 'unread',
    attempts: 10,
  };
  const discarded: unknown[] = [];
  await page.route('**/api/admin/pending**', (route) => route.fulfill({ json: { items: [item] } }));
  await page.route('**/api/admin/pending/dead-letter/d1', (route) =>
    route.fulfill({ json: { ...item, body: { name: '***' } } }),
  );
  await page.route('**/api/admin/pending/dead-letter/d1/discard', (route) => {
    discarded.push(route.request().postDataJSON());
    return route.fulfill({ status: 202, json: item });
  });
  await page.goto('/staff/operations/pending');
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByText('"name": "***"', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByLabel('Reason').fill('a test of ours');
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(discarded).toEqual([{ reason: 'a test of ours' }]);
}

/** A seat sold for cash and cancelled: no provider can give the money back. */
async function owedRefund(theatre: Theatre): Promise<string> {
  const performanceId = await newPerformance(theatre, {}, { title: 'Owed' });
  const sale = {
    performanceId,
    seats: ['A-1-1'],
    customer: { name: 'Owen' },
    payment: { method: 'cash' },
  };
  const { reservationId } = (await soldAtCounter(theatre.admin, sale)).body;
  const at = `/admin/reservations/${reservationId}/cancellation`;
  await eventually(
    () => theatre.admin.post(at, { reason: 'ill', refund: 'full' }, key()),
    ({ status }) => status < 300,
  );
  await eventually(
    async () => (await theatre.admin.get('/admin/pending?kind=refund')).body.items,
    (items: { reservationId?: string }[]) => items.some((one) => one.reservationId === reservationId),
    // It is pending after a minute, and listed by a timer of a minute.
    300_000,
  );
  return reservationId;
}
