import os from 'node:os';
import { parseArgs } from 'node:util';
import { reasonOf } from '../../shared/telemetry/log';
import { FAULT_KINDS, type FaultKind } from './faults';
import { commandFor, reportTotals, reportViolation } from './report';
import { EPISODE_SIZE, runMany } from './run';
import type { Case } from './shrink';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    reservations: { type: 'string', default: '10000' },
    workers: { type: 'string', default: String(os.availableParallelism()) },
    /** Runs one episode again, with its timeline. */
    episode: { type: 'string' },
    size: { type: 'string', default: String(EPISODE_SIZE) },
    off: { type: 'string', default: '' },
    /** Lets months pass for so many members, and does nothing else. */
    members: { type: 'string', default: '0' },
    months: { type: 'string', default: '12' },
    /** How many operations the exhaustive search takes at once, at most: 0 leaves it out. */
    operations: { type: 'string', default: '4' },
    /** Stops at the first violation without making it smaller. */
    brief: { type: 'boolean', default: false },
  },
});

/** A whole number of at least `least`. */
function numberOf(
  option: 'reservations' | 'workers' | 'size' | 'operations' | 'members' | 'months',
  least: number,
): number {
  const number = Number(values[option]);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${option} ${values[option]}: give a whole number, ${least} or more`);
}

/** What runs the system is loaded where it runs: most runs are in the workers alone. */
const replay = async (of: Case) => (await import('./shrink.js')).replay(of);

async function one(seed: string): Promise<boolean> {
  const off = values.off
    .split(',')
    .filter((kind): kind is FaultKind => FAULT_KINDS.includes(kind as FaultKind));
  const outcome = await replay({ seed, reservations: numberOf('size', 1), off });
  console.log(reportViolation(outcome));
  return outcome.violation === undefined;
}

async function many(reservations: number, workers: number): Promise<boolean> {
  const started = Date.now();
  if (reservations === 0) return true;
  const totals = await runMany(values.seed, reservations, workers, (done, of) =>
    console.log(`${done} of ${of} episodes, ${Math.round((Date.now() - started) / 1000)} s`),
  );
  console.log(reportTotals(totals, (Date.now() - started) / 1000));
  const { failed } = totals;
  if (failed?.violation === undefined) return true;
  if (values.brief) {
    console.log(
      `VIOLATION ${failed.violation.rule} in episode ${failed.seed} after ${totals.reservations} reservations`,
    );
    return false;
  }
  console.log(`\nVIOLATION ${failed.violation.message}\nseed ${failed.seed}; making it smaller…`);
  const { shrink } = await import('./shrink.js');
  const least = await shrink(
    { seed: failed.seed, reservations: EPISODE_SIZE, off: [] },
    failed.violation.rule,
  );
  console.log(reportViolation(await replay(least)));
  console.log(`again: ${commandFor(least)}`);
  return false;
}

async function months(members: number): Promise<boolean> {
  const started = Date.now();
  const plan = { seed: values.seed, reservations: 0, off: new Set<never>(), keepsTrace: false };
  const { runYear } = await import('./episode.js');
  const { violation, bills, steps, traceHash } = await runYear(plan, {
    members,
    months: numberOf('months', 1),
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${bills} bills of ${members} members in ${values.months} months, ${steps} steps, ${traceHash}, ${seconds} s`,
  );
  console.log(violation === undefined ? 'no violation' : `VIOLATION ${violation.message}`);
  return violation === undefined;
}

async function main(): Promise<void> {
  const members = numberOf('members', 0);
  if (members > 0) {
    process.exitCode = (await months(members)) ? 0 : 1;
    return;
  }
  if (values.episode !== undefined) {
    process.exitCode = (await one(values.episode)) ? 0 : 1;
    return;
  }
  const [reservations, workers] = [numberOf('reservations', 0), numberOf('workers', 1)];
  const isSmallRight = await explore(numberOf('operations', 0));
  process.exitCode = isSmallRight && (await many(reservations, workers)) ? 0 : 1;
}

async function explore(operations: number): Promise<boolean> {
  if (operations === 0) return true;
  const { exploreAll } = await import('./exhaustive/explore.js');
  return exploreAll(console.log, operations);
}

main().catch((error: unknown) => {
  console.error(reasonOf(error));
  process.exitCode = 2;
});
