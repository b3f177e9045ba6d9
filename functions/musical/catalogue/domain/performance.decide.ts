import { isDeepStrictEqual } from 'node:util';
import { instantOf } from '../../../../shared/kernel/zone';
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

const invalid = (pointer: string, detail: string): Edit => ({ kind: 'invalid', fault: { pointer, detail } });

/** The performance that these fields describe, or what is wrong with them. */
export function schedulePerformance(
  performanceId: string,
  musical: Pick<Musical, 'musicalId' | 'title' | 'venue'>,
  fields: PerformanceFields,
): Edit {
  const performance = performanceOf(performanceId, musical, fields);
  const fault = faultInHouse(performance.sections, performance.priceTiers) ?? faultInTimes(performance);
  return fault === undefined ? { kind: 'accepted', performance } : { kind: 'invalid', fault };
}

/**
 * The performance as these fields would have it. What was sold was paid in its currency, so that stays. Once it has begun,
 * nobody takes a seat or the evening back from those who were there.
 */
export function editPerformance(before: Performance, fields: PerformanceFields, now: string): Edit {
  if (before.status === 'cancelled')
    return { kind: 'too-late', detail: 'The performance is cancelled for good.' };
  const edit = schedulePerformance(before.performanceId, before, fields);
  if (edit.kind !== 'accepted') return edit;
  const { performance: after } = edit;
  if (after.currency !== before.currency)
    return invalid('/currency', 'It stays what it was. Cancel this performance and create another.');
  const isMoved = after.startsAt !== before.startsAt;
  const isRebuilt = !isDeepStrictEqual(after.sections, before.sections);
  if (hasBegun(before, now) && (isMoved || isRebuilt)) return { kind: 'too-late', detail: whyBegun(before) };
  if (isMoved && hasBegun(after, now))
    return invalid('/startsAt', 'It would have begun already, and could not be moved back.');
  return { kind: 'accepted', performance: { ...after, changedAt: now } };
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
