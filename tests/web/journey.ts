import type { Locator, Page } from 'playwright-core';
import { payButton, tabTo } from './steps';

/** A purchase as somebody makes it who has never been here: nothing is typed, and nothing is pressed twice. */

/** What is on the screen, and what is pressed on it to go on. */
type Stop = {
  readonly what: string;
  /** The words on what is pressed. */
  readonly pressed: string;
  readonly target: (page: Page, show: string) => Locator;
  readonly key?: 'Space';
};

const STOPS: readonly Stop[] = [
  {
    what: 'What is on',
    pressed: 'a title',
    target: (page, show) => page.getByRole('link', { name: show, exact: true }),
  },
  {
    what: 'Its dates',
    pressed: 'Choose seats',
    target: (page) => page.getByRole('link', { name: /^Choose seats/ }).first(),
  },
  {
    what: 'The seats, for two',
    pressed: 'Best available',
    target: (page) => page.getByRole('button', { name: 'Best available' }),
  },
  {
    what: 'Which seats these are, and the sum',
    pressed: 'Sign in and hold',
    target: (page) => page.getByRole('button', { name: 'Sign in and hold' }),
  },
  {
    what: 'Who it is for (of this machine; in production the provider’s page)',
    pressed: 'a name',
    target: (page) => page.locator('button[name="person"][value="jamie"]'),
  },
  {
    what: 'The seats are held: time, prices, what cancelling costs',
    pressed: 'the tick that it is read',
    target: (page) => page.getByRole('checkbox', { name: /what cancelling costs/ }),
    key: 'Space',
  },
  { what: 'The one button, with the sum on it', pressed: 'Pay', target: payButton },
  {
    what: 'The card (of this machine; in production Toss’)',
    pressed: 'Pay',
    target: (page) => page.getByRole('button', { name: /^Pay / }).and(page.locator('[value="pay"]')),
  },
  {
    what: 'Booked',
    pressed: 'Show tickets',
    target: (page) => page.getByRole('link', { name: 'Show tickets' }),
  },
];

export type Step = Pick<Stop, 'what' | 'pressed'> & {
  /** Keys, where it is done by the keyboard; else the one tap. */
  readonly presses: number;
  /** From the press before until this could be pressed. */
  readonly waitedMs: number;
};

/** From the programme to the code of a ticket. `look` sees each screen before something is pressed on it, and the last one. */
export async function firstPurchase(
  page: Page,
  show: string,
  by: 'finger' | 'keyboard',
  look: (page: Page, place: number) => Promise<void>,
): Promise<Step[]> {
  const steps: Step[] = [];
  let sinceMs = Date.now();
  const waited = async (target: Locator): Promise<number> => {
    await target.waitFor();
    return Date.now() - sinceMs;
  };
  await page.goto('/');
  for (const { what, pressed, target, key } of STOPS) {
    const at = target(page, show);
    const waitedMs = await waited(at);
    await look(page, steps.length + 1);
    const stops = by === 'keyboard' ? await tabTo(page, at) : 0;
    sinceMs = Date.now();
    if (by === 'keyboard') await page.keyboard.press(key ?? 'Enter');
    else await at.click();
    steps.push({ what, pressed, presses: stops + 1, waitedMs });
  }
  const waitedMs = await waited(page.getByRole('img', { name: /^QR code/ }).first());
  await look(page, steps.length + 1);
  return [...steps, { what: 'The code that opens the door', pressed: '', presses: 0, waitedMs }];
}
