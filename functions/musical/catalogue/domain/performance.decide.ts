import { isDeepStrictEqual } from 'node:util';
import { calendarDay, instantOf } from '../../../../shared/kernel/zone';
import type { Fault } from './fault';
import type { Musical } from './musical';
import { defaultCancellationPolicy, hasBegun, type Performance, type PerformanceFields } from './performance';
import { blocksOf, capacityOf, MAX_CAPACITY, type SeatingPlan, seatIdOf } from './seatingPlan';

/** What the box office may make of a performance. */

export type Edit =
  | { readonly kind: 'accepted'; readonly performance: Performance }
  /** A member of what was sent is wrong. */
  | { readonly kind: 'invalid'; readonly fault: Fault }
  /** The performance is no longer in a state in which this is possible. */
  | { readonly kind: 'too-late'; readonly detail: string };

/** The performance that these fields describe, or what is wrong with them. */
export function schedulePerformance(
  performanceId: string,
  musical: Pick<Musical, 'musicalId' | 'title' | 'venue'> & Run,
  fields: PerformanceFields,
): Edit {
  const performance = performanceOf(performanceId, musical, fields);
  const fault = faultIn(performance) ?? faultInDay(performance, musical);
  return fault === undefined ? { kind: 'accepted', performance } : { kind: 'invalid', fault };
}

const faultIn = (performance: Performance): Fault | undefined =>
  faultInHouse(performance.sections, performance.priceTiers) ?? faultInTimes(performance);

/**
 * The performance as these fields would have it, within the run of its musical if that is still there. What was sold was
 * paid in its currency, so that stays. Once it has begun, nobody takes a seat or the evening back from those who were
 * there.
 */
export function editPerformance(
  before: Performance,
  run: Run | undefined,
  fields: PerformanceFields,
  now: string,
): Edit {
  if (before.status === 'cancelled')
    return { kind: 'too-late', detail: 'The performance is cancelled for good.' };
  const after = performanceOf(before.performanceId, before, fields);
  const fault = faultIn(after) ?? faultInCurrency(before, after);
  if (fault !== undefined) return { kind: 'invalid', fault };
  const isMoved = after.startsAt !== before.startsAt;
  const isRebuilt = !isDeepStrictEqual(after.sections, before.sections);
  if (hasBegun(before, now) && (isMoved || isRebuilt)) return { kind: 'too-late', detail: whyBegun(before) };
  const faultInMove = isMoved ? whyNotTo(after, run, now) : undefined;
  return faultInMove === undefined
    ? { kind: 'accepted', performance: { ...after, changedAt: now } }
    : { kind: 'invalid', fault: faultInMove };
}

const faultInCurrency = (before: Performance, after: Performance): Fault | undefined =>
  after.currency === before.currency
    ? undefined
    : {
        pointer: '/currency',
        detail: 'It stays what it was. Cancel this performance and create another.',
      };

const whyNotTo = (moved: Performance, run: Run | undefined, now: string): Fault | undefined =>
  hasBegun(moved, now)
    ? { pointer: '/startsAt', detail: 'It would have begun already, and could not be moved back.' }
    : run && faultInDay(moved, run);

type Run = Pick<Musical, 'startDate' | 'endDate'>;

/** A performance outside the run of its musical would be found by nobody, who looks for what runs on a day. */
export function faultInDay(
  { startsAt, venue }: Pick<Performance, 'startsAt' | 'venue'>,
  run: Run,
): Fault | undefined {
  const day = calendarDay(Date.parse(startsAt), venue.timeZone);
  if (day >= run.startDate && day <= run.endDate) return undefined;
  const detail = `The musical runs from ${run.startDate} to ${run.endDate}, and this would be on ${day}.`;
  return { pointer: '/startsAt', detail };
}

/** The performance is closed for good. One that is closed stays as it is. */
export function cancel(before: Performance, now: string): Exclude<Edit, { kind: 'invalid' }> {
  if (before.status === 'cancelled') return { kind: 'accepted', performance: before };
  if (hasBegun(before, now)) return { kind: 'too-late', detail: whyBegun(before) };
  return { kind: 'accepted', performance: { ...before, status: 'cancelled', changedAt: now } };
}

/** It would take seats back from those who were there, and refund them all. */
const whyBegun = ({ startsAt }: Performance): string =>
  `The performance began at ${startsAt}: it can no longer be cancelled or moved, and no seat be withdrawn. Whoever is owed money is refunded at the payment provider, one by one.`;

const DEFAULT_SEATS_PER_RESERVATION = 4;

function performanceOf(
  performanceId: string,
  { musicalId, title, venue }: Pick<Musical, 'musicalId' | 'title' | 'venue'>,
  { maxSeatsPerReservation, cancellationPolicy, ...fields }: PerformanceFields,
): Performance {
  return {
    ...fields,
    ...timesOf(fields, venue.timeZone),
    maxSeatsPerReservation: maxSeatsPerReservation ?? DEFAULT_SEATS_PER_RESERVATION,
    cancellationPolicy: cancellationPolicy ?? defaultCancellationPolicy(fields.currency),
    performanceId,
    musicalId,
    title,
    venue,
    status: 'scheduled',
  };
}

const TIMES = ['startsAt', 'salesOpenAt', 'salesCloseAt'] as const;
type Times = Pick<Performance, (typeof TIMES)[number]>;

/** In UTC. A time without an offset is the wall clock of the venue. */
const timesOf = (times: Times, timeZone: string): Times =>
  Object.fromEntries(
    TIMES.flatMap((member) => {
      const time = times[member];
      return time === undefined ? [] : [[member, new Date(instantOf(time, timeZone)).toISOString()]];
    }),
  ) as Times;

/** Times are compared as text, which holds for years of four digits. */
const isComparable = (time: string): boolean => /^\d{4}-/.test(time);

function faultInTimes(times: Times): Fault | undefined {
  const tooFar = TIMES.find((member) => !isComparable(times[member] ?? '0000-'));
  if (tooFar !== undefined) return { pointer: `/${tooFar}`, detail: 'This is too far away.' };
  const { startsAt, salesOpenAt, salesCloseAt = startsAt } = times;
  if (salesCloseAt > startsAt)
    return { pointer: '/salesCloseAt', detail: 'Sales close at the latest when the performance begins.' };
  return salesOpenAt !== undefined && salesOpenAt >= salesCloseAt
    ? { pointer: '/salesOpenAt', detail: 'Sales would open after they have closed.' }
    : undefined;
}

/** What is wrong with a house. Undefined when every seat has a price and an id of its own. */
export function faultInHouse(
  sections: SeatingPlan,
  priceTiers: Readonly<Record<string, number>>,
): Fault | undefined {
  const unpriced = sections.findIndex(({ tier }) => !Object.hasOwn(priceTiers, tier));
  if (unpriced >= 0)
    return { pointer: `/sections/${unpriced}/tier`, detail: 'priceTiers has no price for this tier.' };
  const capacity = capacityOf(sections);
  if (capacity < 1 || capacity > MAX_CAPACITY) {
    const detail = `A performance has 1 to ${MAX_CAPACITY} seats, this one has ${capacity}.`;
    return { pointer: '/sections', detail };
  }
  const blocks = sections.flatMap(blocksOf);
  const ids = new Set(blocks.map((block) => seatIdOf(block, 1)));
  const names = new Set(sections.map(({ sectionId }) => sectionId));
  if (ids.size < blocks.length || names.size < sections.length)
    return { pointer: '/sections', detail: 'Two sections or rows have the same name.' };
  return undefined;
}
