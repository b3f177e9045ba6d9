import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zip } from './zip';

const OUT = 'dist/package';
const APP = path.join(OUT, 'app');

/**
 * npm run package: what runs in Azure, as a folder (azd) and as a zip (the workflows): host.json, package.json without
 * scripts, its lock, the compiled code without tests and stand-ins, and the modules of production. Nothing is built
 * there again; every app gets the same package and registers the contexts that its setting CONTEXTS names.
 */
function main(): void {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
  run('node_modules/.bin/tsc', '-p', 'tsconfig.build.json', '--outDir', path.resolve(OUT, 'compiled'));
  for (const folder of ['functions', 'shared'])
    cpSync(path.join(OUT, 'compiled', folder), path.join(APP, 'dist', folder), { recursive: true });
  rmSync(path.join(OUT, 'compiled'), { recursive: true });
  for (const file of ['host.json', 'package.json', 'package-lock.json']) cpSync(file, path.join(APP, file));
  withoutBuild(path.join(APP, 'package.json'));
  run('npm', 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', APP);
  holdToLock(path.join(APP, 'package-lock.json'));
  removeWhatNobodyReads();
  const names = readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(APP, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const archive = zip(names.map((name) => ({ name, content: readFileSync(path.join(APP, name)) })));
  writeFileSync(path.join(OUT, 'app.zip'), archive);
  console.log(`${OUT}/app.zip: ${names.length} files, ${(archive.length / 1024 / 1024).toFixed(1)} MB`);
}

/** Maps and types are for whoever writes code: more than half of all bytes. */
function removeWhatNobodyReads(): void {
  for (const file of readdirSync(APP, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:map|d\.[cm]?ts)$/.test(file)) rmSync(path.join(APP, file));
}

/** azd runs the build script of a package that has one, and installs what it lists. Azure has a Node of its own. */
function withoutBuild(file: string): void {
  const {
    scripts: _scripts,
    devDependencies: _development,
    optionalDependencies: _node,
    ...rest
  } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(rest, null, 2)}\n`);
}

type Lock = { readonly packages: Record<string, { readonly version?: string; readonly integrity?: string }> };

/** What is shipped is what was tested: npm has left out of the lock what only development needs, and changed nothing. */
function holdToLock(file: string): void {
  const [shipped, tested] = [file, 'package-lock.json'].map(
    (name) => JSON.parse(readFileSync(name, 'utf8')) as Lock,
  );
  const other = Object.entries(shipped?.packages ?? {}).filter(
    ([name, { version, integrity }]) =>
      name !== '' &&
      (tested?.packages[name]?.version !== version || tested?.packages[name]?.integrity !== integrity),
  );
  if (other.length > 0)
    throw new Error(`Not as in package-lock.json: ${other.map(([name]) => name).join(', ')}`);
}

function run(command: string, ...args: string[]): void {
  const windows = process.platform === 'win32';
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: windows });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

main();
