import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { erasureMutants } from './erasure';
import { ownMutants } from './own';
import { applied, type Mutant } from './patch';
import { seedMutants } from './seeds';

/**
 * Applies each mutant to a copy of the tree and runs the proof against it. Ends non-zero when one survives, when a patch no
 * longer fits or compiles, or when the proof fails without any patch.
 */
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, reservations: { type: 'string', default: '24000' } },
});

const ROOT = path.resolve(__dirname, '../../..');
const COPIED = [
  'functions',
  'shared',
  'local',
  'tests/simulation',
  'tests/mutants',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

type Result = { readonly ok: boolean; readonly text: string };

function run(cwd: string, script: string, args: readonly string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { ok: status === 0, text: `${stdout}\n${stderr}` };
}

const compile = (copy: string): Result =>
  run(copy, path.join(ROOT, 'node_modules/typescript/bin/tsc'), ['-p', 'tests/simulation/tsconfig.json']);

const simulate = (copy: string, args: readonly string[]): Result =>
  run(copy, 'dist/tests/simulation/main.js', ['--seed', 'mutants', '--brief', ...args]);

/** The proof: the random search first, then the exhaustive one. Returns what noticed, or undefined. */
function noticed(copy: string): string | undefined {
  const searches = [
    ['--operations', '0', '--reservations', values.reservations],
    ['--operations', '3', '--reservations', '0'],
  ];
  for (const args of searches) {
    const { ok, text } = simulate(copy, args);
    if (!ok) return text.split('\n').find((line) => line.includes('VIOLATION')) ?? text.trim().slice(-300);
  }
  return undefined;
}

function tryMutant(copy: string, { patches }: Mutant): { readonly caught: boolean; readonly how: string } {
  const originals = patches.map(({ file }) => [file, readFileSync(path.join(copy, file), 'utf8')] as const);
  try {
    for (const patch of patches) {
      const file = path.join(copy, patch.file);
      writeFileSync(file, applied(readFileSync(file, 'utf8'), patch));
    }
    const compiled = compile(copy);
    if (!compiled.ok)
      return { caught: false, how: `does not compile: ${compiled.text.trim().slice(0, 300)}` };
    const how = noticed(copy);
    return { caught: how !== undefined, how: how ?? 'SURVIVED' };
  } catch (error) {
    return { caught: false, how: String(error) };
  } finally {
    for (const [file, text] of originals) writeFileSync(path.join(copy, file), text);
  }
}

const secondsSince = (from: number): number => Math.round((Date.now() - from) / 1000);

/** Says what became of each mutant. Returns whether all were caught. */
function areAllCaught(copy: string, mutants: readonly Mutant[]): boolean {
  const caught = mutants.filter((one) => {
    const from = Date.now();
    const { caught: isCaught, how } = tryMutant(copy, one);
    console.log(
      `${isCaught ? 'caught  ' : 'NOT CAUGHT'} ${one.id.padEnd(4)} ${one.what}\n           ${how} (${secondsSince(from)} s)`,
    );
    return isCaught;
  });
  console.log(`${caught.length} of ${mutants.length} mutants were caught`);
  return caught.length === mutants.length;
}

function main(): number {
  const copy = mkdtempSync(path.join(tmpdir(), 'marquee-mutants-'));
  try {
    for (const one of COPIED) cpSync(path.join(ROOT, one), path.join(copy, one), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
    const started = Date.now();
    const unpatched = compile(copy).ok ? noticed(copy) : 'does not compile';
    console.log(`unpatched: ${unpatched ?? 'nothing to notice'} (${secondsSince(started)} s)`);
    if (unpatched !== undefined) return 1;
    const wanted = values.only.split(',').filter(Boolean);
    const all = [...seedMutants, ...ownMutants, ...erasureMutants];
    const mutants = wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id));
    return areAllCaught(copy, mutants) ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

process.exitCode = main();
