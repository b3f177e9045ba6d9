import { counts, doorPage, evening, verdictOn } from './doorSteps';
import { film } from './playedCamera';
import type { Stage } from './stage';

/** A camera before which a ticket is held. */
export function doorCamera(stage: () => Stage, file: string): void {
  test('the camera reads a ticket that is held before it, once, and asks nobody but the theatre', async () => {
    const show = await evening(stage().theatre, 'Before The Camera', 2);
    film(file, show.codes[0]);
    const page = await stage().visitor();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).hostname));
    await doorPage(stage(), show, { page });
    await verdictOn(page, 'admitted').waitFor();
    await verdictOn(page, 'admitted').waitFor({ state: 'detached' });
    await page.locator('[data-camera="open"]').waitFor();
    expect(await counts(page)).toEqual(['1', '1']);
    expect(await page.evaluate("performance.getEntriesByName('scan to colour').length")).toBe(1);
    expect([...asked]).toEqual(['127.0.0.1']);
  }, 240_000);

  test('where no camera is allowed it says what to do, and a scanner works', async () => {
    const show = await evening(stage().theatre, 'No Camera', 1);
    const page = await stage().visitor();
    await page.addInitScript(
      "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); }",
    );
    await doorPage(stage(), show, { page });
    await page.getByText('The camera is not allowed.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Open the camera again' }).waitFor();
  }, 240_000);
}
