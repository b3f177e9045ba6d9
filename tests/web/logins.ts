import { newShow, type Stage } from './stage';
import { choose, hold, payButton, playOnce, seatsPath, signIn, signInFirst, title } from './steps';

/** A login that fails, or ends on the way. */
export function logins(stage: () => Stage): void {
  test('a login that comes to nothing says so and can be done again; the seats are still chosen', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Locked Out');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5, 6);
    await page.goto('/login/callback?error=access_denied&state=nothing');
    await title(page, 'You are not signed in').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, 'Lux');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.goto(seatsPath(performanceId));
    await page.getByText('2 seats', { exact: true }).waitFor();
    await hold(page);
  });

  test('a login that has ended meanwhile is asked for where it is needed, and the customer goes on from there', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Gone to Sleep');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5);
    await signInFirst(page, 'Leo');
    await playOnce(page, 'POST', '**/holds', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 401, code: 'unauthenticated' }),
      }),
    );
    await page.getByRole('button', { name: 'Hold and pay' }).click();
    const note = page.getByRole('alert');
    await note.getByText('Please sign in. You go on where you were.').waitFor();
    await note.getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, 'Leo');
    await page.getByText('1 of 2 seats', { exact: true }).waitFor();
    await hold(page);
    expect(await payButton(page).count()).toBe(1);
  });
}
