import { checkAtRest, checkSettled } from './audit/rest';
import { cancelOne, Visitor } from './customers';
import { Doors } from './doors';
import type { FaultCounts } from './faults';
import { seedIds } from './ids';
import { moveOne } from './moving';
import { OUTSIDE } from './scheduler';
import { Violation } from './violation';
import { type Plan, World } from './world';

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

/** One run of the whole system from its seed: a rush with faults, then none, then rest. */
export async function runEpisode(plan: Plan): Promise<Outcome> {
  const restoreIds = seedIds(plan.seed);
  const world = new World(plan);
  try {
    await rush(world);
    await rest(world);
    if (world.violation === undefined) await checkAtRest(world);
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
  let present = under.length;
  for (const one of under) {
    const left = () => {
      present -= 1;
    };
    one.then(left, (error) => world.fail(error));
  }
  await scheduler.run(() => present === 0 || world.violation !== undefined);
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
    if (rounds > 20) throw new Violation('messages', '', 'dead letters die again and again');
    messaging.replay();
    await untilQuiet(world);
    if (world.violation !== undefined) return;
  }
  scheduler.note('at rest');
}

async function untilQuiet(world: World): Promise<void> {
  const { scheduler } = world;
  const until = scheduler.nowMs + BOUND_MS;
  await scheduler.run(() => world.violation !== undefined || scheduler.nowMs > until || world.isQuiet());
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
