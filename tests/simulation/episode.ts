import { checkAtRest, checkSettled } from './audit/rest';
import { Borrowers } from './borrowers';
import { cancelOne, Visitor } from './customers';
import { Doors } from './doors';
import type { FaultCounts } from './faults';
import { seedIds } from './ids';
import { Members } from './members';
import { moveOne } from './moving';
import { OUTSIDE } from './scheduler';
import { Violation } from './violation';
import { type Plan, World } from './world';
import { passMonths, type Year } from './year';

export type Outcome = {
  readonly reservations: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly steps: number;
  readonly faults: FaultCounts;
  readonly deadLetters: number;
  readonly traceHash: string;
  readonly violation: Violation | undefined;
  readonly trace: readonly string[];
};

/** A payment that was given up is watched for an hour; then everything has to be over. */
const BOUND_MS = 4 * 60 * 60 * 1000;
const REPLAY_MS = 20_000;
/** A message that dies so often never ends otherwise. */
const MOST_REPLAYS = 20;
/** More than there are sales at the counter: what staff owe after so many payments they can never note. */
const MOST_PAYMENTS = 500;
/** Visitors who do not want to be forgotten. */
const BUYING_MEMBERS = ['customer2', 'customer3', 'customer4', 'customer5'];

/** One run of the whole system from its seed: a rush with faults, then none, then rest. */
export async function runEpisode(plan: Plan): Promise<Outcome> {
  const restoreIds = seedIds(plan.seed);
  const world = new World(plan);
  try {
    await rush(world);
    await rest(world);
    if (world.violation === undefined) await checkAtRest(world);
    if (world.violation === undefined) await someMonths(world);
  } catch (error) {
    world.fail(error);
  } finally {
    restoreIds();
    world.close();
  }
  return outcomeOf(world);
}

async function rush(world: World): Promise<void> {
  const { random, scheduler, sweeps, messaging, hosts, desk, staff } = world;
  sweeps.start();
  messaging.look();
  hosts.endanger();
  desk.open();
  staff.open();
  if (random.fork('operator').chance(0.5)) operate(world);
  const visitors = Array.from({ length: random.between(2, 14) }, (_, i) => new Visitor(world, i + 1));
  const under = visitors.map((visitor) => visitor.comeAndGo());
  if (random.chance(0.5)) under.push(cancelOne(world, random.int(180_000)));
  if (random.chance(0.5)) under.push(moveOne(world, random.int(40_000)));
  under.push(new Doors(world).stayOpen());
  if (random.fork('lends').chance(0.5)) under.push(new Borrowers(world).comeAndGo());
  if (random.fork('has members').chance(0.5)) under.push(new Members(world).comeAndGo(BUYING_MEMBERS));
  let present = under.length;
  for (const one of under) {
    const left = () => {
      present -= 1;
    };
    one.then(left, (error) => world.fail(error));
  }
  await scheduler.run(() => present === 0 || world.violation !== undefined);
}

/** When all is at rest some months pass for a few members, in some of the runs. */
async function someMonths(world: World): Promise<void> {
  const random = world.random.fork('months');
  if (!random.chance(0.3)) return;
  await passMonths(world, { members: random.between(2, 4), months: random.between(2, 5) });
  await checkMembers(world);
}

async function checkMembers(world: World): Promise<void> {
  const { audit, scheduler } = world;
  await untilQuiet(world);
  if (world.violation === undefined) audit.members.checkSettled(scheduler.nowMs);
}

/** Months of members alone, as many as are asked for. */
export async function runYear(plan: Plan, year: Year): Promise<Outcome & { readonly bills: number }> {
  const restoreIds = seedIds(plan.seed);
  const world = new World(plan);
  try {
    world.sweeps.start();
    world.messaging.look();
    await passMonths(world, year);
    if (world.violation === undefined) await checkMembers(world);
  } catch (error) {
    world.fail(error);
  } finally {
    restoreIds();
    world.close();
  }
  return { ...outcomeOf(world), bills: world.audit.members.bills.size };
}

/** Where there is an operator, somebody puts dead letters back now and then. */
function operate(world: World): void {
  const { scheduler, messaging, random, faults } = world;
  if (!faults.areOn()) return;
  if (random.chance(0.3)) messaging.replay();
  scheduler.post(OUTSIDE, 'operator looks', () => operate(world), REPLAY_MS);
}

/** Faults stop. First everything settles by itself, and the books are compared; then the dead letters are put back, and nothing is left at all. */
async function rest(world: World): Promise<void> {
  const { faults, scheduler, messaging, desk } = world;
  faults.stop();
  await untilQuiet(world);
  if (world.violation !== undefined) return;
  await desk.reconcile();
  await untilQuiet(world);
  if (world.violation !== undefined) return;
  checkSettled(world);
  for (let rounds = 0; messaging.deadLettered() > 0; rounds++) {
    if (rounds > MOST_REPLAYS) throw new Violation('messages', '', 'dead letters die again and again');
    messaging.replay();
    await untilQuiet(world);
    if (world.violation !== undefined) return;
  }
  scheduler.note('at rest');
}

/** Nothing moves any more, and staff owe nobody anything. */
async function untilQuiet(world: World): Promise<void> {
  const { scheduler, staff } = world;
  const until = scheduler.nowMs + BOUND_MS;
  const isOver = () => world.violation !== undefined || scheduler.nowMs > until || world.isQuiet();
  const run = () => scheduler.run(() => isOver() || staff.owes());
  await run();
  for (let rounds = 0; staff.owes() && world.violation === undefined; rounds++) {
    if (rounds > MOST_PAYMENTS) throw new Violation('refunds', '', 'staff cannot note what they owe');
    await staff.payBack();
    await run();
  }
}

function outcomeOf({ audit, scheduler, faults, messaging, violation }: World): Outcome {
  const byStatus: Record<string, number> = {};
  for (const { status } of audit.reservations.all.values()) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    reservations: audit.reservations.all.size,
    byStatus,
    steps: scheduler.steps,
    faults: faults.counts,
    deadLetters: messaging.replayed(),
    traceHash: scheduler.traceHash(),
    violation,
    trace: scheduler.lines,
  };
}
