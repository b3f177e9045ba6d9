import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildInto, type Manifest, routeSizes } from '../../tests/web/routeSizes';

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
