import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Script that a buyer's screen may load, compressed. */
const BUDGET_BYTES = 60 * 1024;

type Chunk = { readonly file: string; readonly imports?: string[]; readonly dynamicImports?: string[] };
type Manifest = Readonly<Record<string, Chunk>>;

const ENTRY = 'index.html';
/** Loaded beside a screen: the longest language, and the login of who has signed in. */
const BESIDE = ['src/texts/ko/index.ts', 'src/session/oidc.ts'];
/** A customer's own screens say more. */
const OWN = /^src\/(mine|purchase|reservations)\//;
const OWN_TEXTS = 'src/texts/ko/own.ts';

let folder = '';
let manifest: Manifest = {};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'marquee-web-'));
  const vite = require.resolve('vite/package.json', { paths: [path.resolve('web')] });
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(path.dirname(vite), 'bin/vite.js'), 'build', 'web', '--outDir', folder, '--logLevel', 'warn'],
    // Jest's own NODE_ENV would leave the libraries' warnings for developers in.
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(stderr);
  manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A chunk and everything that it needs before it runs. */
function filesOf(name: string, seen: Set<string> = new Set()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`The build has no ${name}.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const needed of chunk.imports ?? []) filesOf(needed, seen);
  return seen;
}

const bytesOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);

test('every screen of a buyer loads at most 60 KB of script, with what it asks for later', () => {
  const screens = (manifest[ENTRY]?.dynamicImports ?? []).filter(
    (name) => !BESIDE.includes(name) && !name.startsWith('src/texts/'),
  );
  expect(screens.length).toBeGreaterThanOrEqual(9);
  const sizes = [ENTRY, ...screens].map((screen) => {
    const later = (manifest[screen]?.dynamicImports ?? []).filter(() => screen !== ENTRY);
    const files = new Set(
      [ENTRY, ...BESIDE, ...(OWN.test(screen) ? [OWN_TEXTS] : []), screen, ...later].flatMap((name) => [
        ...filesOf(name),
      ]),
    );
    return { screen, kilobytes: Math.ceil(bytesOf(files) / 1024) };
  });
  expect(sizes.filter(({ kilobytes }) => kilobytes * 1024 > BUDGET_BYTES)).toEqual([]);
});

test('files that are kept for ever have a hash in their names', () => {
  const files = Object.values(manifest).map(({ file }) => file);
  expect(files.filter((file) => !/^assets\/.+-[\w-]{8}\.(js|css)$/.test(file))).toEqual([]);
});
