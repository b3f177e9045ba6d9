import { readFileSync } from 'node:fs';
import { type Lock, looselyLocked, machinesLeftOut, missingFromLock } from './lockRules';

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

test('the lock file has every package that a package asks for, on every machine', () => {
  expect(missingFromLock(lock)).toEqual([]);
});

test('what comes as a file for each kind of machine is locked for all: Node, TypeScript, Biome, SWC …', () => {
  expect(machinesLeftOut(lock)).toEqual([]);
});

test('every package is held by its hash, and no registry is named', () => {
  expect(looselyLocked(lock)).toEqual([]);
});

test('no package runs a script when it is installed, and what tells others of it is left out', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const telling = Object.entries(lock).filter(([at, { name }]) =>
    ['@scarf/scarf', 'applicationinsights'].some(
      (each) => at.endsWith(`node_modules/${each}`) && name === undefined,
    ),
  );
  expect(telling).toEqual([]);
});

/** Before it, SQLite's columns and the hooks of modules fail. Seen with 24.0. */
const OLDEST_NODE = [24, 18];

test('the packages bring a Node that runs this, for every machine', () => {
  const versions = Object.entries(lock)
    .filter(([at]) => /^node_modules\/node-(bin-)?(darwin|linux|win)-/.test(at))
    .map(([, { version = '' }]) => version);
  expect(versions).toHaveLength(5);
  const [major, minor] = OLDEST_NODE as [number, number];
  const isOld = (version: string) => {
    const [ours = 0, its = 0] = version.split('.').map(Number);
    return ours < major || (ours === major && its < minor);
  };
  expect(versions.filter(isOld)).toEqual([]);
});

const forMachine = (os: string, cpu: string) => ({ integrity: 'sha512-', os: [os], cpu: [cpu] });
const tool = (...names: readonly string[]) => ({
  integrity: 'sha512-',
  optionalDependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])),
});

test.each<[string, string[], string]>([
  [
    'a package that npm left out',
    missingFromLock({ '': {}, 'node_modules/tool': tool('tool-win32') }),
    'node_modules/tool: tool-win32 is not locked',
  ],
  [
    'a dependency of the project',
    missingFromLock({ '': { dependencies: { zod: '4' } } }),
    'package.json: zod is not locked',
  ],
  [
    'a machine that was forgotten',
    machinesLeftOut({
      'node_modules/tool': tool('mac', 'linux'),
      'node_modules/mac': { os: 'darwin', cpu: ['arm64', 'x64'] },
      'node_modules/linux': forMachine('linux', 'x64'),
    }),
    'node_modules/tool: has nothing for win32-x64',
  ],
  ['a package without a hash', looselyLocked({ 'node_modules/a': {} }), 'node_modules/a: has no hash'],
  [
    'a registry',
    looselyLocked({ 'node_modules/a': { integrity: 'sha512-', resolved: 'https://mirror.example/a.tgz' } }),
    'node_modules/a: names https://mirror.example/a.tgz',
  ],
])('broken once, it is named: %s', (_what, faults, expected) => {
  expect(faults).toContain(expected);
});

test('kept: what is found further up, what one kind of system alone needs, and a workspace', () => {
  const kept: Lock = {
    '': { dependencies: { tool: '1' } },
    'node_modules/tool': tool('fsevents'),
    'node_modules/tool/node_modules/inner': { integrity: 'sha512-', dependencies: { outer: '1' } },
    'node_modules/outer': { integrity: 'sha512-' },
    'node_modules/fsevents': forMachine('darwin', 'arm64'),
    'node_modules/workspace': { resolved: 'local/workspace', link: true },
    'local/workspace': { dependencies: { outer: '1' } },
  };
  expect([missingFromLock(kept), machinesLeftOut(kept), looselyLocked(kept)]).toEqual([[], [], []]);
});
