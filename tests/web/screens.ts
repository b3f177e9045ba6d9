import type { Page } from 'playwright-core';
import { asAMember } from './memberScreens';
import { ofACustomer, ofAStranger } from './seldomScreens';
import {
  booked,
  hold,
  isLate,
  leaveToPay,
  leaveUntil,
  openRow,
  payButton,
  payWith,
  playOnce,
  type Row,
  seatBox,
  seatsPath,
  signIn,
  title,
} from './steps';

export type Language = 'ko' | 'en';

/** A screen that a visitor has come to, in English. */
export type Screen = {
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly what: string;
  readonly page: Page;
  readonly speak: (language: Language) => Promise<void>;
};

export type Visit = Row & {
  readonly title: string;
  readonly performanceId: string;
  readonly customer: string;
};

type Look = (screen: Screen) => Promise<void>;

/** Takes one visitor through every screen: a purchase, its cancellation, and what goes wrong on the way. */
export async function everyScreen(page: Page, visit: Visit, look: Look): Promise<void> {
  const seeOn =
    (tab: Page): See =>
    (name, what, speak = speakHere) =>
      look({ name, what, page: tab, speak: (language) => speak(tab, language) });
  const see = seeOn(page);
  await beforeTheLogin(page, visit, see);
  await fromLoginToBooked(page, visit, see);
  await afterwards(page, visit, see);
  await asAMember(page, see);
  await ofACustomer(page, visit, see);
  // A login is of one tab.
  const stranger = await page.context().newPage();
  await astray(stranger, seeOn(stranger));
  await aboutTheTheatre(stranger, seeOn(stranger));
  await troubled(stranger, visit, seeOn(stranger));
  await ofAStranger(stranger, visit, seeOn(stranger));
}

/** Side by side in a row that counts from one end, and where odd and even numbers meet in the middle. */
const NEIGHBOURS = [1, 2];

export type See = (name: string, what: string, speak?: typeof speakHere) => Promise<void>;

async function beforeTheLogin(page: Page, visit: Visit, see: See): Promise<void> {
  await page.goto('/');
  await page.getByText('On sale', { exact: true }).first().waitFor();
  await see('programme', 'What is on, with posters, run, prices and the state of sale.');
  await page.getByRole('searchbox').fill(visit.title);
  await page.getByRole('link', { name: visit.title }).click();
  await page
    .getByText(/\d left|Only/)
    .first()
    .waitFor();
  await see('musical', 'One musical, its dates, and what is left of each price.');
  await page.goto(seatsPath(visit.performanceId));
  await openRow(page, visit);
  for (const seat of NEIGHBOURS) await seatBox(page, seat).check();
  await see('seats', 'Seats are chosen without a login; the sum is always in view.');
  await page.getByRole('radio', { name: 'Map' }).check();
  await page.locator('canvas').first().waitFor();
  await see('map', 'The same choice on a map of the hall.');
  for (let times = 0; times < 3; times++)
    await page.getByRole('button', { name: 'Zoom in on the map' }).click();
  await page.getByRole('button', { name: 'Best available' }).click();
  await page.getByText('The best now:', { exact: false }).first().waitFor();
  await see(
    'best',
    'The best seats are shown before they are held; near by, the whole hall is in the corner.',
  );
}

async function fromLoginToBooked(page: Page, visit: Visit, see: See): Promise<void> {
  await page.getByRole('button', { name: 'Sign in and hold' }).click();
  await page.getByLabel('Name').waitFor();
  await see('sign-in', 'The sign-in page of this machine, where anybody can be anybody.', speakElsewhere);
  await signIn(page, visit.customer);
  await payButton(page).waitFor();
  await see('pay', 'The seats are held: the time left, the sum, and what cancelling costs, before paying.');
  await leaveUntil(page, 50);
  await page.reload();
  await page.getByRole('dialog').waitFor();
  await see('last-minute', 'With a minute left more time is offered.', speakAndReload);
  await page.getByRole('dialog').getByRole('button', { name: 'Get more time' }).click();
  await page.getByText('once more', { exact: false }).waitFor();
  await page.goto(seatsPath(visit.performanceId));
  await page.getByRole('link', { name: 'Go on to pay' }).waitFor();
  await page.locator('canvas').waitFor();
  await see('held', 'Who goes back to the seats sees what is held already, and the way on.');
  await page.goto('/my');
  await page.getByRole('link', { name: 'Go on to pay' }).click();
  await leaveToPay(page);
  await see(
    'payment',
    'The page that plays the card company, with a card for every outcome.',
    speakElsewhere,
  );
  await payWith(page, 'decline');
  await page.getByRole('alert').waitFor();
  await see('declined', 'A card was declined: nothing is lost, and another one can pay.');
  await page.goto('/my');
  await page.getByRole('link', { name: 'Pay now' }).waitFor();
  await see('unpaid', 'What is not paid yet says how long it waits, and leads back.');
  await page.getByRole('link', { name: 'Pay now' }).click();
  await leaveToPay(page);
  await payWith(page, 'approve');
  await booked(page);
  await page.getByText('A mail is on its way', { exact: false }).waitFor();
  await see('booked', 'The seats are booked.');
  await page.getByRole('link', { name: 'Show tickets' }).click();
  await page
    .getByRole('img', { name: /^QR code/ })
    .first()
    .waitFor();
  await see('tickets', 'A ticket a seat, with its code on white in both themes; the next is a swipe away.');
  await withoutNetwork(page, see);
  await page.goBack();
  await page.getByRole('link', { name: 'See my tickets' }).click();
  await page.getByRole('link', { name: visit.title }).first().waitFor();
  await page.locator('details summary').first().waitFor();
  await see('my-tickets', 'What somebody has reserved, and what they were told.');
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
  await see('profile', 'Name, address and language; a copy of all that is kept, and its erasure.');
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await see('erasure', 'What erasing takes away is said before it is done.', speakInErasure);
  await page.keyboard.press('Escape');
  await page.goto('/my/loans');
  await page
    .getByRole('button', { name: /^Borrow: / })
    .first()
    .click();
  await page.getByText('With you').first().waitFor();
  await see('loans', 'What is borrowed and when it has to be back, and what there is to borrow.');
  await isLate(page);
  await page.reload();
  await page.getByText('Overdue').first().waitFor();
  await see('overdue', 'What should be back by now, and what follows from it.');
  await page.unroute('**/api/loans?**');
  await page.unroute('**/api/mypage?**');
  await page.goto('/my');
}

async function withoutNetwork(page: Page, see: See): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('kept on this device', { exact: false }).waitFor();
  await see('offline', 'Without a network the tickets that were shown are still there.');
  await page.context().setOffline(false);
}

async function afterwards(page: Page, visit: Visit, see: See): Promise<void> {
  await page.getByRole('link', { name: visit.title }).first().click();
  await cancelButton(page).waitFor();
  await see('reservation', 'One reservation, how it stands and what can be done.');
  await cancelButton(page).click();
  await page.getByRole('button', { name: /^Cancel and get/ }).waitFor();
  await see('cancellation', 'What cancelling costs is said in money, before it is done.', speakInDialog);
  await page.goto(seatsPath(visit.performanceId));
  await openRow(page, visit);
  await seatBox(page, 9).check();
  await isGone(page);
  await page.getByRole('button', { name: 'Hold and pay' }).click();
  await page.getByRole('button', { name: /^Take instead/ }).waitFor();
  await see('gone', 'Somebody was faster: which seat is gone, and the nearest in its place in one tap.');
  await page.getByRole('button', { name: /^Take instead/ }).click();
  await hold(page);
  await leaveToPay(page);
  await payWith(page, 'hang');
  await title(page, 'We are confirming your payment').waitFor();
  await page.getByRole('link', { name: 'See my tickets' }).waitFor();
  await see('confirming', 'The card company has not answered: nobody is asked to pay twice.');
  await played(page, see);
}

/** What is held next is somebody else’s by then. */
const isGone = (page: Page): Promise<void> =>
  playOnce(page, 'POST', '**/holds', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 409, code: 'seat-taken', taken: route.request().postDataJSON().seats }),
    }),
  );

/** What would take long to come to: the server says it here. */
async function played(page: Page, see: See): Promise<void> {
  await page.route(/\/api\/reservations\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    const { payment: _, ...reservation } = await response.json();
    await route.fulfill({ response, json: { ...reservation, status: 'expired' } });
  });
  await page.reload();
  await page.getByRole('link', { name: 'Choose seats again' }).waitFor();
  await see('ran-out', 'The time to pay is over: what became of money and seats, and the way to others.');
  const summary = { reservationCount: 0, lastReservedAt: null, completedCount: 0, spent: {} };
  const loans = { loanCount: 0, outCount: 0, overdueCount: 0, items: [] };
  const memberships = { membershipCount: 0, items: [] };
  const bills = { billCount: 0, paidCount: 0, unpaidCount: 0, items: [] };
  const nothing = { summary, reservations: [], loans, memberships, bills };
  await page.route(/\/api\/mypage/, (route) => route.fulfill({ json: nothing }));
  await page.route(/\/api\/notifications/, (route) => route.fulfill({ json: { items: [] } }));
  await page.goto('/my');
  await page.getByRole('link', { name: 'See what is on' }).waitFor();
  await see('no-tickets', 'Nothing is reserved yet: where to begin.');
}

/** What the theatre says of itself. */
async function aboutTheTheatre(page: Page, see: See): Promise<void> {
  await page.goto('/terms');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await see('terms', 'The theatre’s terms, from its own file; privacy looks alike.');
  await page.goto('/imprint');
  await page.getByRole('link', { name: '@' }).first().waitFor();
  await see('imprint', 'Who sells here.');
  await page.goto('/contact');
  await page.getByRole('link', { name: '@' }).first().waitFor();
  await see('contact', 'How to reach the theatre.');
}

/** What the server seldom says: it is played here. */
async function troubled(page: Page, { performanceId }: Visit, see: See): Promise<void> {
  await page.route('**/api/**/availability', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: soldOut(await response.json()) });
  });
  await page.goto(seatsPath(performanceId));
  await page.getByText('This performance is sold out.', { exact: false }).waitFor();
  await see('sold-out', 'A performance without seats leads to other dates.');
  const refused = {
    status: 400,
    contentType: 'application/problem+json',
    body: '{"code":"unavailable"}',
  };
  await page.route('**/api/musicals?*', (route) => route.fulfill(refused));
  await page.goto('/');
  await page.getByRole('alert').waitFor();
  await page.evaluate("dispatchEvent(new Event('offline'))");
  await page.getByText('You are offline.', { exact: false }).waitFor();
  await see('trouble', 'No network, and an answer that is none: what happened, and what to do.');
}

const soldOut = (answer: object): object => {
  const text = JSON.stringify(answer).replaceAll(/:"[012]+"/g, (marks) => marks.replaceAll(/[01]/g, '2'));
  return { ...JSON.parse(text), available: 0 };
};

async function astray(page: Page, see: See): Promise<void> {
  await page.goto('/?q=nowhere');
  await page.getByRole('link', { name: 'See all shows' }).waitFor();
  await see('nothing-found', 'A search that finds nothing says what to do instead.');
  await page.goto('/nowhere');
  await title(page, 'There is no such page').waitFor();
  await see('not-found', 'An address that is none.');
  await page.goto('/my');
  await title(page, 'Please sign in').waitFor();
  await see('sign-in-needed', 'A page that is somebody’s asks who it is, and comes back.');
}

const cancelButton = (page: Page) => page.getByRole('button', { name: /^(Cancel reservation|예매 취소)$/ });

/** By the switch in the page's head, which is written in the other language. */
export async function speakHere(page: Page, language: Language): Promise<void> {
  const other = page.getByRole('banner').locator(`button[lang="${language}"]`);
  if ((await other.count()) === 1) await other.click();
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** A dialog leaves nothing else to press: it is closed and opened again. */
async function speakInDialog(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('Escape');
  await speakHere(page, language);
  await cancelButton(page).click();
  await page.getByRole('dialog').getByRole('definition').first().waitFor();
}

async function speakInErasure(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('Escape');
  await speakHere(page, language);
  await page.getByRole('button', { name: /^(Erase my data|내 정보 지우기)$/ }).click();
}

/** It opens by itself on a page that begins in the last minute. */
async function speakAndReload(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('Escape');
  await speakHere(page, language);
  await page.reload();
  await page.getByRole('dialog').waitFor();
}

/** The pages of others are told the language in their address. */
async function speakElsewhere(page: Page, language: Language): Promise<void> {
  const address = new URL(page.url());
  for (const name of ['ui_locales', 'locale']) address.searchParams.set(name, language);
  await page.goto(address.href);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}
