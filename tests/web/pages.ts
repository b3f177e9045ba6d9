import type { Page } from 'playwright-core';
import { newPerformance } from '../marquee';
import { speakHere } from './screens';
import { newShow, type Stage } from './stage';
import { booked, foundAt, holdTwo, leaveToPay, payWith, seatsPath, title } from './steps';

/** What Lighthouse asks of a page under SEO and best practices; it asks axe for the rest, as accessibility.ts does. */
export function pages(stage: () => Stage): void {
  test('each page that is listed says what it is, in each language at an address of its own, and breaks nothing', async () => {
    const description = '밤마다 등을 켜는 사람 이야기';
    const translations = {
      en: { title: 'Lamps', description: 'The story of one who lights the lamps every night' },
    };
    const told = { title: '등', description, translations };
    const performanceId = await newPerformance(stage().theatre, {}, told);
    const page = await stage().visitor();
    const broken = brokenOn(page);
    await page.goto(seatsPath(performanceId));
    await page.getByText('Lamps', { exact: false }).first().waitFor();
    await page.goto(foundAt('Lamps'));
    await page.getByRole('link', { name: 'Lamps' }).click();
    await title(page, 'Lamps').waitFor();
    await speakHere(page, 'ko');
    await title(page, '등').waitFor();
    await page.getByText(description).waitFor();
    const musical = new URL(page.url()).pathname;
    const seen = new Map<string, Head>();
    for (const path of ['/', musical, seatsPath(performanceId), '/terms', '/privacy', '/imprint', '/contact'])
      for (const language of ['ko', 'en']) {
        await page.goto(`${path}?lang=${language}`);
        await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
        await page.locator('main h1').first().waitFor();
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
        seen.set(`${path} ${language}`, await headOf(page));
      }
    for (const [address, head] of seen) {
      const [path, language] = address.split(' ');
      const at = `${stage().theatre.urls.web}${path}`;
      expect({ address, ...head }).toMatchObject({
        canonical: `${at}?lang=${language}`,
        alternates: [`x-default ${at}`, `ko ${at}?lang=ko`, `en ${at}?lang=en`],
        robots: null,
        isMissing: [],
      });
      expect(head.description.length).toBeGreaterThan(12);
    }
    const names = [...seen.values()].map((head) => head.title);
    expect(new Set(names).size).toBe(names.length);
    await page.goto(`${musical}?lang=en`);
    await page.locator('meta[name=description][content*="The story of one"]').waitFor({ state: 'attached' });
    expect(broken).toEqual([]);
  });

  test('what is somebody’s own, and what is nothing, is not listed; robots.txt is a text', async () => {
    const page = await stage().visitor();
    for (const path of ['/my', '/reservations/r1', '/nowhere']) {
      await page.goto(path);
      await page.locator('meta[name=robots][content=noindex]').waitFor({ state: 'attached' });
      expect((await headOf(page)).canonical).toBeNull();
    }
    const robots = await page.request.get('/robots.txt');
    expect(robots.headers()['content-type']).toMatch(/^text\/plain/);
    expect(await robots.text()).toContain('User-agent: *');
  });

  test('who is in another zone reads the theatre’s time and whose it is, on every page of a purchase', async () => {
    const show = await newShow(stage().theatre, 'Far Away');
    const page = await stage().visitor({ timeZone: 'Europe/London' });
    const isNamed = () =>
      page
        .getByText(/Kore\w+ Standard Time/)
        .first()
        .waitFor();
    await page.goto(foundAt(show.title));
    await page.getByRole('link', { name: show.title }).click();
    await title(page, show.title).waitFor();
    await isNamed();
    await page.goto(seatsPath(show.performanceId));
    await isNamed();
    await holdTwo(page, show.performanceId, 'Lon');
    await isNamed();
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await isNamed();
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: show.title }).waitFor();
    await isNamed();
    const near = await stage().visitor();
    await near.goto(seatsPath(show.performanceId));
    await near.getByText(show.title, { exact: false }).first().waitFor();
    expect(await near.getByText('Standard Time', { exact: false }).count()).toBe(0);
  });
}

/** Errors in the console, uncaught ones, and what could not be loaded, from now on. */
function brokenOn(page: Page): string[] {
  const broken: string[] = [];
  page.on('console', (line) => line.type() === 'error' && broken.push(line.text()));
  page.on('pageerror', (error) => broken.push(String(error)));
  page.on(
    'response',
    (answer) => answer.status() >= 400 && broken.push(`${answer.status()} ${answer.url()}`),
  );
  return broken;
}

type Head = {
  readonly title: string;
  readonly description: string;
  readonly canonical: string | null;
  readonly alternates: readonly string[];
  readonly robots: string | null;
  readonly isMissing: readonly string[];
};

/** Runs in the page. */
const READ = `(() => {
  const of = (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute) ?? null;
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    title: document.title,
    description: of('meta[name=description]', 'content') ?? '',
    canonical: of('link[rel=canonical]', 'href'),
    alternates: all('link[hreflang]').map((link) => link.hreflang + ' ' + link.getAttribute('href')),
    robots: of('meta[name=robots]', 'content'),
    isMissing: [
      document.doctype?.name !== 'html' && 'doctype',
      document.characterSet !== 'UTF-8' && 'charset',
      !of('meta[name=viewport]', 'content')?.includes('width=device-width') && 'viewport',
      /user-scalable=no|maximum-scale/.test(of('meta[name=viewport]', 'content') ?? '') && 'zoom',
      all('a').some((link) => !link.getAttribute('href') || link.textContent.trim() === '') && 'link text or address',
      all('a').some((link) => /^(here|more|여기)$/i.test(link.textContent.trim())) && 'a link that says nothing',
      all('img').some((image) => !image.hasAttribute('alt')) && 'alt',
      all('img').some((image) => image.complete && image.naturalWidth === 0) && 'image',
      document.querySelectorAll('h1').length !== 1 && 'one h1',
      document.documentElement.scrollWidth > innerWidth && 'width',
    ].filter(Boolean),
  };
})()`;

const headOf = (page: Page): Promise<Head> => page.evaluate(READ) as Promise<Head>;
