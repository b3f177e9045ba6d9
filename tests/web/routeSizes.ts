import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = { readonly file: string; readonly imports?: string[]; readonly dynamicImports?: string[] };
export type Manifest = Readonly<Record<string, Chunk>>;

const ENTRY = 'index.html';
/** Loaded beside a screen: the longest language, and the login of who has signed in. */
const BESIDE = ['src/texts/ko/index.ts', 'src/session/oidc.ts'];
/** Texts, and what the login has to look through. */
const NO_SCREEN = /^src\/(texts|offline)\/|^_/;
/** A customer's own screens say more. */
const OWN = /^src\/(lending|membership|mine|profile|purchase|reservations|tickets)\//;
const OWN_TEXTS = 'src/texts/ko/own.ts';

/** Builds the web for production into a folder. */
export function buildInto(folder: string): Manifest {
  const vite = require.resolve('vite/package.json', { paths: [path.resolve('web')] });
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(path.dirname(vite), 'bin/vite.js'), 'build', 'web', '--outDir', folder, '--logLevel', 'warn'],
    // Jest's own NODE_ENV would leave the libraries' warnings for developers in.
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(stderr);
  return manifestOf(folder, 'manifest');
}

/** What an app consists of: the buyers' is `manifest`, the others have their names. */
export const manifestOf = (folder: string, app: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, `.vite/${app}.json`), 'utf8'));

/** The compressed script of every screen of a buyer, with what it asks for later, in bytes. */
export function routeSizes(folder: string, manifest: Manifest): Readonly<Record<string, number>> {
  const screens = (manifest[ENTRY]?.dynamicImports ?? []).filter(
    (name) => !BESIDE.includes(name) && !NO_SCREEN.test(name),
  );
  return Object.fromEntries(
    [ENTRY, ...screens].map((screen) => {
      const later = (manifest[screen]?.dynamicImports ?? []).filter(() => screen !== ENTRY);
      const needed = [ENTRY, ...BESIDE, ...(OWN.test(screen) ? [OWN_TEXTS] : []), screen, ...later];
      const files = new Set(needed.flatMap((name) => [...filesOf(manifest, name)]));
      return [screen, bytesOf(folder, files)];
    }),
  );
}

/** A chunk and everything that it needs before it runs. */
export function filesOf(manifest: Manifest, name: string, seen: Set<string> = new Set()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`The build has no ${name}.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const needed of chunk.imports ?? []) filesOf(manifest, needed, seen);
  return seen;
}

const bytesOf = (folder: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
