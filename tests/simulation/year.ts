import { beginOf, firstDayOf, monthAfter, monthAt } from '../../functions/membership/domain/month';
import { Members } from './members';
import type { World } from './world';
import { TIME_ZONE } from './zone';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** In so long a month's bills are issued and told, whatever goes wrong. */
const MONTH_BOUND_MS = 4 * HOUR_MS;
const OUTAGE = 0.25;

export type Year = { readonly members: number; readonly months: number };

/**
 * Months pass for some members. When one begins the timer and staff bill it on several hosts, people pay, take back, join
 * and leave, and everything goes wrong that can. In some months all is away, and the next makes up for it.
 */
export async function passMonths(world: World, { members, months }: Year): Promise<void> {
  const { scheduler, faults, hosts } = world;
  const random = world.random.fork('year');
  const people = new Members(world);
  faults.resume();
  hosts.endanger();
  await world.soon(people.offer());
  let month = monthAt(scheduler.nowMs, TIME_ZONE);
  for (let n = 0; n < months && world.violation === undefined; n++) {
    if (n > 0) {
      month = monthAfter(month);
      scheduler.nowMs = Math.max(scheduler.nowMs, beginOfMonth(month) + random.between(-MINUTE_MS, HOUR_MS));
    }
    if (n > 0 && n < months - 1 && random.chance(OUTAGE)) continue;
    await beBusy(world, people, { members, month }, random.int(3));
  }
  faults.stop();
  await untilBilled(world);
}

const beginOfMonth = (month: string): number => Date.parse(beginOf(firstDayOf(month), TIME_ZONE));

async function beBusy(
  world: World,
  people: Members,
  { members, month }: { readonly members: number; readonly month: string },
  runs: number,
): Promise<void> {
  const busy = [
    ...Array.from({ length: runs }, () => people.bill(month)),
    ...Array.from({ length: members }, (_, i) => people.act(`member-of-year-${i}`)),
  ];
  await world.soon(Promise.all(busy));
  await untilBilled(world);
}

/** Nothing of the members waits any more, or the month has been long enough. */
async function untilBilled(world: World): Promise<void> {
  const { scheduler, audit } = world;
  const until = scheduler.nowMs + MONTH_BOUND_MS;
  const isDone = () => !audit.members.isUnsettled(world.now()) && world.feeds.areDone();
  await scheduler.run(() => world.violation !== undefined || scheduler.nowMs > until || isDone());
}
