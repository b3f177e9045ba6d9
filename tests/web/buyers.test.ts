import { seatMap } from '../marquee';
import { chooseBrowser } from './browser';
import { newShow, openStage, type Stage } from './stage';
import { booked, choose, leaveToPay, payWith, signInAndHold, title } from './steps';

const choice = chooseBrowser();
if (choice.kind === 'none') console.warn(`The web is not tested in a browser: ${choice.why}`);
const inBrowser = choice.kind === 'none' ? describe.skip : describe;

inBrowser('a customer with a phone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 200_000);
  afterEach(() => stage?.leaveAll());
  afterAll(() => stage?.close(), 60_000);

  test('buys two seats, from the programme to booked, through the sign-in and the payment page', async () => {
    const show = await newShow(stage.theatre, 'First Night');
    const page = await stage.visitor();
    await page.goto('/');
    await page.getByRole('link', { name: show.title }).click();
    await title(page, show.title).waitFor();
    await page.getByRole('link', { name: /^Choose seats/ }).click();
    await choose(page, 5, 6);
    await signInAndHold(page, 'Mina');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    expect(await seatMap(stage.theatre, show.performanceId)).toMatchObject({
      'A-1-5': 'sold',
      'A-1-6': 'sold',
      'A-1-7': 'available',
    });
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: show.title }).click();
    await page.getByText('Section A, row 1, seat 5').waitFor();
  });
});
