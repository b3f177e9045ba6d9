import { buy, type Pause, pairOf, untilSold } from '../buy';
import { inLanes, rounded } from '../client';
import { type ByName, between, type Counters, readCounters, total } from '../counters';
import { type House, TITLE } from '../house';
import { dollarsPerMillion } from '../prices';

const RESERVATIONS = 400;
/** Buyers at once: a sale as it is when it matters, where a feed's page has more than one change. */
const AT_ONCE = 32;
const LONE_BUYERS = 2;
/** A buyer reads, thinks and types. Without that the changes of one reservation fall together as they never do. */
const THINKS_MS = 30_000;
/** Until the mails of the last have gone. */
const SETTLE_MS = 10_000;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** As `infra-bicep/main.bicep` sets it, so that the timers run at each whole minute, with the leases that Azure has. */
export const DEPLOYED = { SWEEP_SECONDS: '60', RECONCILIATION_SECONDS: '86400', MARQUEE_LEASES: 'azure' };
const MINUTE_MS = 60_000;

/** The middle of a minute, so that whatever is counted from one to another has had whole rounds of all timers. */
const untilMidMinute = () => sleep((1.5 * MINUTE_MS - (Date.now() % MINUTE_MS)) % MINUTE_MS);

/** What a feed answers when there is nothing is asked for by the clock, not by a buyer. */
const isEmptyPoll = (operation: string): boolean => operation.endsWith('(empty)');

/**
 * What one completed reservation of two seats uses, everything counted: hold, idempotency, projections, MyPage, notice,
 * feeds, leases, and the deletion of what expires. Gross is all that was used meanwhile. Net is without empty polls and
 * without what an idle system uses in the same time for its timers and leases. The house has the settings of a
 * deployment.
 */
export async function measureCost(house: House) {
  const idle = await whileIdle(house);
  // First, while what the timers look at is as small as it was when idle.
  const alone = await whileBuying(house, LONE_BUYERS, 1, () => sleep(THINKS_MS));
  const busy = await whileBuying(house, RESERVATIONS, AT_ONCE, async () => {});
  const use = shareOf(busy, idle, RESERVATIONS);
  const lone = shareOf(alone, idle, LONE_BUYERS);
  return {
    title: TITLE,
    ruPerReservation: use.ru,
    ruPerReservationServerless: use.ruServerless,
    ruPerReservationGross: use.ruGross,
    ruPerReservationAlone: lone.ruServerless,
    ruOnPerformance: use.ruOnPerformance,
    cosmosRequestsPerReservation: use.requests,
    ruByOperation: use.ruByOperation,
    ruAloneByOperation: lone.ruByOperation,
    requestsByOperation: use.requestsByOperation,
    idleRuPerSecondDeployed: rounded((total(idle.ru) * 1000) / idle.at),
    idleDollarsPerMonthDeployed: rounded(dollarsOfIdleMonth(idle)),
    idleRuPerMinuteByOperation: largestFirst(perMinute(idle)),
    busOperationsPerReservation: use.busOperations,
    eventGridOperationsPerReservation: use.eventGridOperations,
    executionsPerReservation: use.executions,
    dollarsPerMillion: rounded(
      dollarsPerMillion({
        ru: use.ruServerless,
        busOperations: use.busOperations,
        eventGridOperations: use.eventGridOperations,
        executions: use.executions,
      }),
      2,
    ),
  };
}

/** The same at the settings of this machine, whose timers run twelve times as often. */
export async function measureIdle(house: House) {
  const idle = await whileIdle(house);
  return {
    idleRuPerSecond: rounded((total(idle.ru) * 1000) / idle.at),
    idleDollarsPerMonth: rounded(dollarsOfIdleMonth(idle)),
  };
}

const IDLE_MINUTES = 2;

async function whileIdle(house: House): Promise<Counters> {
  await untilMidMinute();
  // What the timers write at their first round is made, and later replaced.
  await sleep(MINUTE_MS);
  const before = await readCounters(house);
  await sleep((IDLE_MINUTES - 0.5) * MINUTE_MS);
  await untilMidMinute();
  return between(before, await readCounters(house));
}

const perMinute = ({ ru, at }: Counters): ByName =>
  Object.fromEntries(Object.entries(ru).map(([name, charge]) => [name, (charge * MINUTE_MS) / at]));

async function whileBuying(house: House, count: number, atOnce: number, pause: Pause): Promise<Counters> {
  const performanceId = await house.newPerformance(count * 2);
  const buyers = await house.newCustomers(count);
  await untilMidMinute();
  const before = await readCounters(house);
  await inLanes(
    count,
    atOnce,
    async (i) => void (await buy(house, performanceId, buyers[i] ?? {}, pairOf(i), pause)),
  );
  await sleep(SETTLE_MS);
  await untilMidMinute();
  const after = await readCounters(house);
  await untilSold(house, performanceId, count * 2);
  return between(before, after);
}

function shareOf(busy: Counters, idle: Counters, count: number) {
  const idleShare = busy.at / idle.at;
  const net = (used: ByName, unused: ByName): ByName =>
    Object.fromEntries(
      Object.entries(used)
        .filter(([name]) => !isEmptyPoll(name))
        .map(([name, value]) => [name, (value - (unused[name] ?? 0) * idleShare) / count]),
    );
  const ru = net(busy.ru, idle.ru);
  const requests = net(busy.requests, idle.requests);
  const expiring = total(busy.expiring) / count;
  const each = (used: number, unused: number) => rounded((used - unused * idleShare) / count);
  return {
    ru: rounded(total(ru)),
    ruServerless: rounded(total(ru) + expiring),
    ruGross: rounded(total(busy.ru) / count + expiring),
    ruOnPerformance: rounded(
      Math.max(0, ...partitionsOf(busy, 'seats')) / count + (ru['seats changeFeed'] ?? 0),
    ),
    ruByOperation: { ...largestFirst(ru), expire: rounded(expiring) },
    requests: rounded(total(requests)),
    requestsByOperation: largestFirst(requests),
    busOperations: each(busy.busOperations, idle.busOperations),
    eventGridOperations: each(busy.eventGridOperations, idle.eventGridOperations),
    executions: each(busy.executions, idle.executions),
  };
}

const partitionsOf = ({ partitions }: Counters, container: string): number[] =>
  Object.entries(partitions)
    .filter(([name]) => name.startsWith(`${container} `))
    .map(([, charge]) => charge);

const largestFirst = (byName: ByName): ByName =>
  Object.fromEntries(
    Object.entries(byName)
      .filter(([, value]) => Math.abs(value) >= 0.05)
      .sort(([, a], [, b]) => b - a)
      .map(([name, value]) => [name, rounded(value, 2)]),
  );

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

function dollarsOfIdleMonth(idle: Counters): number {
  const used = {
    ru: total(idle.ru),
    busOperations: idle.busOperations,
    eventGridOperations: idle.eventGridOperations,
    executions: idle.executions,
  };
  return (dollarsPerMillion(used) / 1e6) * (MONTH_MS / idle.at);
}
