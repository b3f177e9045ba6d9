import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildInto, filesOf, type Manifest, manifestOf, routeSizes } from '../../tests/web/routeSizes';

/** Script that a buyer's screen may load, compressed. */
const BUDGET_BYTES = 60 * 1024;

let folder = '';
let manifest: Manifest = {};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'marquee-web-'));
  manifest = buildInto(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every screen of a buyer loads at most 60 KB of script, with what it asks for later', () => {
  const sizes = Object.entries(routeSizes(folder, manifest));
  expect(sizes.length).toBeGreaterThanOrEqual(10);
  expect(sizes.filter(([, bytes]) => bytes > BUDGET_BYTES)).toEqual([]);
});

test('files that are kept for ever have a hash in their names', () => {
  const files = Object.values(manifest).map(({ file }) => file);
  expect(files.filter((file) => !/^assets\/.+-[\w-]{8}\.(js|css)$/.test(file))).toEqual([]);
});

test.each([
  { worker: 'sw.js', at: 'assets', page: 'index.html', fewest: 10 },
  { worker: 'door-sw.js', at: 'assets/door', page: 'door.html', fewest: 5 },
])('$worker keeps every file of the version that it is of, and imports none', (app) => {
  const worker = readFileSync(path.join(folder, app.worker), 'utf8');
  const built = JSON.parse(/^const BUILT = (.*);$/m.exec(worker)?.[1] ?? '{}');
  const assets = readdirSync(path.join(folder, app.at), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `/${app.at}/${name}`);
  expect(assets.length).toBeGreaterThan(app.fewest);
  expect([...built.files].sort()).toEqual(assets.sort());
  expect(readFileSync(path.join(folder, app.page), 'utf8')).toContain(built.entry);
  expect(worker).not.toMatch(/\b(import|export)\b/);
});

test('the door reads codes with what it has from here: no file of it asks another origin', () => {
  const files = readdirSync(path.join(folder, 'assets/door'));
  expect(files.filter((file) => file.endsWith('.wasm'))).toHaveLength(1);
});

test.each(['staff', 'door'])(
  'the app of the %s has files of its own, and none of the buyers’ names them',
  (app) => {
    const files = Object.values(manifestOf(folder, app)).map(({ file }) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !file.startsWith(`assets/${app}/`))).toEqual([]);
    const ofBuyers = Object.values(manifest).map(({ file }) => readFileSync(path.join(folder, file), 'utf8'));
    expect(ofBuyers.filter((code) => code.includes(`assets/${app}/`))).toEqual([]);
    expect(readFileSync(path.join(folder, `${app}.html`), 'utf8')).toContain(`/assets/${app}/`);
  },
);

test('the plot comes with the pages of live sales, and with no other page of the staff', () => {
  const ofStaff = manifestOf(folder, 'staff');
  const plots = new Set(
    Object.values(ofStaff)
      .map(({ file }) => file)
      .filter((file) => file.endsWith('.js'))
      .filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('u-legend')),
  );
  expect(plots.size).toBe(1);
  const withPlot = Object.keys(ofStaff)
    .filter((name) => /^(src|staff\.html)/.test(name))
    .filter((name) => [...filesOf(ofStaff, name)].some((file) => plots.has(file)));
  expect(withPlot.sort()).toEqual(['src/staff/live/LiveHub.tsx', 'src/staff/live/LivePage.tsx']);
});
