import type { Locator, Page } from 'playwright-core';
import { NARROWEST } from './axe';
import type { Stage } from './stage';
import { newShow } from './stage';
import { foundAt, holdTwo, leaveToPay, payButton, seatsPath, title } from './steps';

/** A screen while the server does not answer, answers with a problem, or cannot be reached. */
const STATES = ['loading', 'failed', 'offline'] as const;
type State = (typeof STATES)[number];

/** Takes one visitor through every screen that asks the server for something, in each state. */
export async function everyState(
  stage: Stage,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const page = await stage.visitor({ width: NARROWEST });
  const paths = await pathsOf(stage, page);
  for (const state of STATES) {
    await play(page, state);
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      await SIGN_OF[state](page).first().waitFor();
      await look(page, `${name} ${state}`);
    }
    await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  }
}

const SIGN_OF: Readonly<Record<State, (page: Page) => Locator>> = {
  loading: (page) => page.locator('[aria-busy="true"]'),
  failed: (page) => page.getByRole('alert').or(title(page, 'We could not read the reservation')),
  offline: (page) => page.getByText('You are offline.', { exact: false }),
};

/** The address of each screen, of a purchase that waits for its payment and a hold beside it. */
async function pathsOf(stage: Stage, page: Page): Promise<Readonly<Record<string, string>>> {
  const show = await newShow(stage.theatre, 'States');
  const { performanceId } = show;
  await page.goto(foundAt(show.title));
  await page.getByRole('link', { name: show.title }).click();
  await title(page, show.title).waitFor();
  const musical = page.url();
  await holdTwo(page, performanceId, 'Stan');
  await payButton(page).waitFor();
  const hold = page.url();
  await leaveToPay(page);
  await page.goBack();
  await payButton(page).waitFor();
  const pay = page.url();
  const seats = seatsPath(performanceId);
  const reservation = pay.replace(/\/pay$/, '');
  const done = `${reservation}/done`;
  const tickets = `${reservation}/tickets`;
  const own = {
    hold,
    pay,
    done,
    reservation,
    tickets,
    mine: '/my',
    profile: '/my/profile',
    loans: '/my/loans',
    membership: '/my/membership',
    bill: '/my/membership/none',
  };
  return { programme: '/', musical, seats, ...own, terms: '/terms' };
}

async function play(page: Page, state: State): Promise<void> {
  if (state === 'offline') return page.context().setOffline(true);
  for (const url of ['**/api/**', '**/theatre.json'])
    await page.context().route(url, async (route) => {
      if (state === 'failed')
        return route.fulfill({
          status: 400,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 400, code: 'internal-error' }),
        });
      // Never an answer: it ends with the page.
    });
}
