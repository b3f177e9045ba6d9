import { parseArgs } from 'node:util';
import { Copy, withMutant } from './copy';
import { erasureMutants } from './erasure';
import { memberMutants } from './members';
import { ownMutants } from './own';
import { EVERY_INTERLEAVING, type Mutant } from './patch';
import { seedMutants } from './seeds';
import { faultsOf } from './types';

/**
 * Puts each mutant into a copy of the tree and runs the proof against it. Ends non-zero when one survives, when a patch no
 * longer fits or compiles, or when the proof fails without any patch. Those that are named are tried alone, at once, and
 * whether they compile is left to the whole run.
 */
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, reservations: { type: 'string', default: '2400' } },
});

const RANDOM = ['--operations', '0', '--reservations', values.reservations];
const EXHAUSTIVE = ['--operations', '3', '--reservations', '0'];

/** What the simulation noticed. */
function noticedBySearch(copy: Copy, options: readonly string[]): string | undefined {
  const { ok, text } = copy.run('dist/tests/simulation/main.js', [
    '--seed',
    'mutants',
    '--brief',
    ...options,
  ]);
  if (ok) return undefined;
  return text.split('\n').find((line) => line.includes('VIOLATION')) ?? text.trim().slice(-300);
}

/** What these tests noticed. */
function noticedByTests(copy: Copy, tests: readonly string[]): string | undefined {
  const options = ['--selectProjects', 'fast', '--reporters', 'default', '--runTestsByPath', ...tests];
  const { ok, text } = copy.run('node_modules/jest/bin/jest.js', options);
  if (ok) return undefined;
  if (text.includes('Test suite failed to run')) throw new Error(`${tests.join()} cannot run: ${text}`);
  const named = text.split('\n').find((line) => line.trimStart().startsWith('●'));
  return `${tests.join()} ${named?.trim() ?? text.trim().slice(-300)}`;
}

/** Says what became of it. Returns whether it was caught. */
function tryMutant(copy: Copy, mutant: Mutant): boolean {
  const { id, what, by } = mutant;
  const started = Date.now();
  const isOfTests = by?.endsWith('.test.ts') === true;
  const noticed = copy.with(withMutant(mutant, copy), !isOfTests, () => {
    if (isOfTests) return noticedByTests(copy, [by]);
    return noticedBySearch(copy, by === EVERY_INTERLEAVING ? EXHAUSTIVE : RANDOM);
  });
  const [verdict, how] = noticed === undefined ? ['NOT CAUGHT', 'SURVIVED'] : ['caught', noticed];
  console.log(`${verdict.padEnd(8)} ${id.padEnd(4)} ${what}\n           ${how} (${secondsSince(started)} s)`);
  return noticed !== undefined;
}

const secondsSince = (from: number): number => Math.round((Date.now() - from) / 1000);

/** The proof must find nothing in the code as it is. */
function isQuietUnpatched(copy: Copy, mutants: readonly Mutant[]): boolean {
  const started = Date.now();
  const tests = new Set(mutants.flatMap(({ by }) => (by?.endsWith('.test.ts') ? [by] : [])));
  const noticed =
    noticedByTests(copy, [...tests]) ?? noticedBySearch(copy, RANDOM) ?? noticedBySearch(copy, EXHAUSTIVE);
  console.log(`unpatched: ${noticed ?? 'nothing to notice'} (${secondsSince(started)} s)`);
  return noticed === undefined;
}

function areAllCaught(copy: Copy, mutants: readonly Mutant[], faults: ReadonlyMap<string, string>): boolean {
  for (const [id, fault] of faults) console.log(`NOT CAUGHT ${id.padEnd(4)} ${fault}`);
  const fitting = mutants.filter(({ id }) => !faults.has(id));
  const caught = fitting.filter((one) => tryMutant(copy, one));
  console.log(`${caught.length} of ${mutants.length} mutants were caught`);
  return caught.length === mutants.length;
}

function main(): number {
  const copy = new Copy();
  try {
    const wanted = values.only.split(',').filter(Boolean);
    const all = [...seedMutants, ...ownMutants, ...erasureMutants, ...memberMutants];
    const mutants = wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id));
    if (wanted.length > 0) return areAllCaught(copy, mutants, new Map()) ? 0 : 1;
    if (!isQuietUnpatched(copy, mutants)) return 1;
    return areAllCaught(copy, mutants, faultsOf(copy, mutants)) ? 0 : 1;
  } finally {
    copy.remove();
  }
}

process.exitCode = main();
