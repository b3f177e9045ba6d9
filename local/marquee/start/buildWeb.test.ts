import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isStale } from './buildWeb';

const EARLIER = 1_800_000_000;
const BUILT = 1_800_000_100;
const LATER = 1_800_000_200;

let root: string;
const touch = (name: string, at: number) => utimesSync(path.join(root, name), at, at);
const write = (name: string, at: number) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), 'x');
  touch(name, at);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'web-'));
  for (const source of ['package-lock.json', 'web/index.html', 'web/src/main.tsx', 'web/src/app/routes.ts']) {
    write(source, EARLIER);
  }
  write('web/dist/index.html', BUILT);
  write('web/node_modules/x.js', LATER);
  for (const folder of ['web/src/app', 'web/src']) touch(folder, EARLIER);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('built after its last change, it is fresh', () => {
  expect(isStale(root)).toBe(false);
});

test.each(['web/index.html', 'web/src/app/routes.ts', 'package-lock.json', 'web/src/app'])(
  'with %s changed since, it is not',
  (changed) => {
    touch(changed, LATER);
    expect(isStale(root)).toBe(true);
  },
);

test('never built, it is not', () => {
  rmSync(path.join(root, 'web/dist'), { recursive: true });
  expect(isStale(root)).toBe(true);
});
