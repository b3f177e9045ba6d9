import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { zip } from './zip';

const OUT = 'dist/package';
const APP = path.join(OUT, 'app');

const ENTRY = 'functions/index.js';

/**
 * npm run package: what runs in Azure, as a folder (azd) and as a zip (the workflows): host.json, a package.json, the
 * compiled code with every package it uses as one file, and the licences of those. One file is read in half the time of
 * eight thousand, and a cold start is mostly that. It is not minified, so that a stack trace can be read. Every app gets
 * the same package and registers the contexts that its setting CONTEXTS names.
 */
async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
  const compiled = path.resolve(OUT, 'compiled');
  run('node_modules/.bin/tsc', '-p', 'tsconfig.build.json', '--outDir', compiled);
  holdToLock();
  const modules = await bundle(path.join(compiled, ENTRY), path.join(APP, 'dist', ENTRY));
  rmSync(compiled, { recursive: true });
  cpSync('host.json', path.join(APP, 'host.json'));
  writeFileSync(path.join(APP, 'package.json'), `${JSON.stringify(shippedPackage(), null, 2)}\n`);
  writeFileSync(path.join(APP, 'THIRD-PARTY-LICENSES.txt'), licencesOf(modules));
  const names = readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(APP, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const archive = zip(names.map((name) => ({ name, content: readFileSync(path.join(APP, name)) })));
  writeFileSync(path.join(OUT, 'app.zip'), archive);
  console.log(`${OUT}/app.zip: ${names.length} files, ${(archive.length / 1024 / 1024).toFixed(1)} MB`);
}

/** The worker in Azure supplies `@azure/functions-core` itself. Returns the files that went into the bundle. */
async function bundle(entry: string, file: string): Promise<readonly string[]> {
  const build = await rolldown({ input: entry, platform: 'node', external: ['@azure/functions-core'] });
  const { output } = await build.write({ file, format: 'cjs', codeSplitting: false, comments: false });
  return output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
}

/** Nothing is built or installed there again: azd would run a script, and install what a package lists. */
function shippedPackage() {
  const { name, version, license, main, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  return { name, version, private: true, license, main, engines };
}

/** Each package in the bundle with its licence, as most licences ask. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n`);
}

type Packages = Readonly<Record<string, { readonly version?: string }>>;

/** What is shipped is what was tested: every installed package that is not for development alone is the lock's. */
function holdToLock(): void {
  const packagesIn = (file: string) =>
    (JSON.parse(readFileSync(file, 'utf8')) as { readonly packages: Packages }).packages;
  const locked = packagesIn('package-lock.json');
  const installed = Object.entries(packagesIn('node_modules/.package-lock.json'));
  const other = installed.filter(([name, { version }]) => locked[name]?.version !== version);
  if (other.length > 0)
    throw new Error(`Not as in package-lock.json: ${other.map(([name]) => name).join(', ')}. Run npm ci.`);
}

function run(command: string, ...args: string[]): void {
  const windows = process.platform === 'win32';
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: windows });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
