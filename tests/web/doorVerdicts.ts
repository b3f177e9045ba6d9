import type { Page } from 'playwright-core';
import { eventually, newPerformance } from '../marquee';
import { findingsOn, LOOKS } from './axe';
import { counts, doorPage, evening, verdictOn, wedge } from './doorSteps';
import { signInAs } from './staffSteps';
import type { Stage } from './stage';

/** What a door says of a ticket, with a network. */
export function doorVerdicts(stage: () => Stage): void {
  test('each verdict has its colour, word and shape, is said aloud, and axe finds nothing in it', async () => {
    const show = await evening(stage().theatre, 'Every Verdict', 3);
    const other = await evening(stage().theatre, 'Another Evening', 1);
    const [first = '', second = '', void_ = ''] = show.codes;
    const page = await doorPage(stage(), show, { door: 'Left' });
    await voidTicket(stage(), show, 'A-1-3');
    const findings: string[] = [];
    const seen: string[] = [];
    for (const code of [first, second, first, void_, other.codes[0] ?? '', 'XXXX.NOTHING.OF.OURS']) {
      const { verdict } = await wedge(page, code);
      seen.push(verdict);
      findings.push(...(await findingsIn(page, verdict)));
      expect(await page.getByRole('alert').textContent()).toMatch(WORDS[verdict] ?? /never/);
    }
    expect(seen).toEqual([
      'admitted',
      'admitted',
      'already-admitted',
      'void',
      'wrong-performance',
      'unknown',
    ]);
    expect(findings).toEqual([]);
    // That one was cancelled comes with the next list.
    await eventually(
      () => counts(page),
      ([inside, toCome]) => inside === '2' && toCome === '0',
    );
  }, 240_000);

  test('when it cannot be read what is played, the usher is told in the words of staff, and asks again', async () => {
    const show = await evening(stage().theatre, 'Read at Last', 1);
    const page = await stage().visitor({ width: 360 });
    const body = JSON.stringify({ status: 500, code: 'internal-error' });
    await page.route('**/api/musicals?*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
    );
    await page.goto('/door');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Sign in|로그인)$/ })
      .click();
    await signInAs(page, 'door');
    await page.getByText('tell whoever runs the system', { exact: false }).waitFor();
    await page.unroute('**/api/musicals?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(show.title).waitFor();
  }, 120_000);

  test('a repetition says when and at which door the first was', async () => {
    const show = await evening(stage().theatre, 'Twice', 2);
    const [code = '', next = ''] = show.codes;
    const [left, right] = [
      await doorPage(stage(), show, { door: 'Left' }),
      await doorPage(stage(), show, { door: 'Right' }),
    ];
    expect((await wedge(left, code)).verdict).toBe('admitted');
    expect((await wedge(right, code)).verdict).toBe('already-admitted');
    await verdictOn(right, 'already-admitted')
      .getByText(/^\d\d:\d\d · Left$/)
      .waitFor();
    const both = await Promise.all([wedge(left, next), wedge(right, next)]);
    expect(both.map(({ verdict }) => verdict).sort()).toEqual(['admitted', 'already-admitted']);
  }, 240_000);

  test('a code is typed, a seat is looked up, and an administrator takes an admission back', async () => {
    const show = await evening(stage().theatre, 'By Hand', 2);
    const [code = ''] = show.codes;
    const page = await doorPage(stage(), show, { preset: 'admin' });
    await typeIn(page, code.toLowerCase());
    await page.getByRole('button', { name: 'Check the code' }).click();
    await verdictOn(page, 'admitted').click();
    await typeIn(page, 'A-1-1');
    await page.getByText(/^In since \d\d:\d\d · Door 1$/).waitFor();
    await page.getByRole('button', { name: 'Take the admission back' }).click();
    await page.getByText('Not in yet').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await counts(page)).toEqual(['0', '2']);
    expect((await wedge(page, code)).verdict).toBe('admitted');
  }, 240_000);

  test('who is no administrator is not offered to take one back', async () => {
    const show = await evening(stage().theatre, 'Not Offered', 1);
    const page = await doorPage(stage(), show);
    await wedge(page, show.codes[0] ?? '');
    await verdictOn(page, 'admitted').click();
    await typeIn(page, 'A-1-1');
    await page.getByText(/^In since/).waitFor();
    expect(await page.getByRole('button', { name: 'Take the admission back' }).count()).toBe(0);
  }, 240_000);

  test('what was not chosen is not offered: another day, and what is cancelled', async () => {
    const show = await evening(stage().theatre, 'Tonight', 0);
    await newPerformance(stage().theatre, {}, { title: 'In A Month' });
    const page = await doorPage(stage(), show);
    await page.getByRole('button', { name: 'Log' }).click();
    await page.getByRole('button', { name: 'To another performance or door' }).click();
    await page.getByRole('button', { name: 'Tonight' }).waitFor();
    expect(await page.getByRole('button', { name: 'In A Month' }).count()).toBe(0);
  }, 240_000);
}

/** The word, without which a colour says nothing to who does not see it. */
const WORDS: Readonly<Record<string, RegExp>> = {
  admitted: /^Come in/,
  'already-admitted': /^Already in/,
  void: /^Cancelled/,
  'wrong-performance': /^Not this one/,
  unknown: /^No ticket/,
};

async function typeIn(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Type' }).click();
  await page.getByLabel('The ticket’s code', { exact: false }).fill(text);
}

async function voidTicket(
  { theatre }: Stage,
  { reservationIds: [id = ''] }: { reservationIds: readonly string[] },
  seat: string,
) {
  const body = { reason: 'A test', refund: 'full', seats: [seat] };
  const { status, body: answer } = await theatre.admin.post(`/admin/reservations/${id}/cancellation`, body, {
    'idempotency-key': `void-${seat}`,
    prefer: 'wait=10',
  });
  if (status >= 300) throw new Error(`not cancelled: ${JSON.stringify(answer)}`);
}

/** While it has the focus it stays. It lies over the button that changes the language. */
export async function findingsIn(page: Page, name: string): Promise<string[]> {
  await page.locator('[data-verdict]').focus();
  const findings: string[] = [];
  for (const [language, colorScheme] of LOOKS) {
    const other = page.getByRole('banner').locator(`button[lang="${language}"]`);
    if ((await other.count()) === 1) await other.dispatchEvent('click');
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    await page.emulateMedia({ colorScheme });
    findings.push(...(await findingsOn({ name: `${language} ${colorScheme} ${name}`, page })));
  }
  return findings;
}
