import { isDeepStrictEqual } from 'node:util';
import { calendarDay, instantOf } from '../../../../shared/kernel/zone';
import type { OnMove } from '../../contract';
import { faultInPlan } from './checkPlan';
import type { Fault } from './fault';
import { movesTooOften, withMove } from './move';
import { type Home as InMusical, type Musical, titlesOf } from './musical';
import { paintPlan, tiersIn } from './paintPlan';
import { defaultCancellationPolicy, hasBegun, type Performance, type PerformanceFields } from './performance';
import { inOneOrder, liesInPerformance, planIdOf } from './plan';
import type { Outline, SeatingPlan } from './seatingPlan';
import type { House } from './venue';

/** What the box office may make of a performance. */

export type Edit =
  | { readonly kind: 'accepted'; readonly performance: Performance }
  /** A member of what was sent is wrong. */
  | { readonly kind: 'invalid'; readonly fault: Fault }
  /** The performance is no longer in a state in which this is possible. */
  | { readonly kind: 'too-late'; readonly detail: string };

const invalid = (fault: Fault): Edit => ({ kind: 'invalid', fault });

/** Whose performance it is. */
type Home = InMusical & Pick<Musical, 'musicalId'>;

/** The performance that these fields describe, in the house of `venueId` or the one that they draw, or what is wrong with them. */
export function schedulePerformance(
  performanceId: string,
  musical: Home & Run,
  fields: PerformanceFields,
  house?: House,
): Edit {
  const edit = scheduled(performanceId, musical, fields, buildingOf(fields, house));
  const fault = edit.kind === 'accepted' ? faultInDay(edit.performance, musical) : undefined;
  return fault === undefined ? edit : invalid(fault);
}

const buildingOf = (fields: PerformanceFields, house: House | undefined): Building =>
  fields.venueId === undefined ? drawn(fields) : inVenue(fields, house);

function scheduled(performanceId: string, home: Home, fields: PerformanceFields, built: Building): Edit {
  if ('fault' in built) return invalid(built.fault);
  const performance = performanceOf(performanceId, home, fields, built);
  const fault = faultInPrices(performance) ?? faultInTimes(performance);
  return fault === undefined ? { kind: 'accepted', performance } : invalid(fault);
}

/** What is around a performance when it is edited: its musical, if that is still there, and the house that is named. */
type Around = {
  readonly home?: Home;
  readonly run?: Run | undefined;
  readonly house?: House | undefined;
  readonly onMove?: OnMove | undefined;
};

/**
 * The performance as these fields would have it, within the run of its musical if that is still there. What was sold was
 * paid in its currency, so that stays. Once it has begun, nobody takes a seat or the evening back from those who were
 * there.
 */
export function editPerformance(
  before: Performance,
  fields: PerformanceFields,
  now: string,
  { home = before, run, house, onMove = 'keep' }: Around = {},
): Edit {
  if (before.status === 'cancelled')
    return { kind: 'too-late', detail: 'The performance is cancelled for good.' };
  const built = keepsItsHouse(before, fields) ? before : buildingOf(fields, house);
  const edit = scheduled(before.performanceId, home, fields, built);
  if (edit.kind !== 'accepted') return edit;
  const { performance: after } = edit;
  const fault = faultInCurrency(before, after);
  if (fault !== undefined) return invalid(fault);
  const isMoved = after.startsAt !== before.startsAt;
  const isRebuilt = !isDeepStrictEqual(after.sections, before.sections);
  if (hasBegun(before, now) && (isMoved || isRebuilt)) return { kind: 'too-late', detail: whyBegun(before) };
  const faultInMove = isMoved ? whyNotTo(after, run, now) : undefined;
  if (faultInMove !== undefined) return invalid(faultInMove);
  const performance = withMove(before, { ...after, changedAt: now }, onMove, now);
  return movesTooOften(performance) ?? { kind: 'accepted', performance };
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

/** It is played in the same venue with the same tiers, so it keeps the plan it was made with, whatever became of the house. */
const keepsItsHouse = (before: Performance, { venueId, tiers, sections }: PerformanceFields): boolean =>
  venueId !== undefined &&
  venueId === before.venueId &&
  sections === undefined &&
  isDeepStrictEqual({ ...tiers }, { ...before.tiers });

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

/** The house of a performance, ready to be sold, with the venue when it is not the musical's. */
type Built = Pick<Performance, 'sections' | 'outline' | 'plan'> & { readonly venue?: Performance['venue'] };
type Building = Built | { readonly fault: Fault };

function drawn({ sections = [], tiers }: PerformanceFields): Building {
  if (tiers !== undefined)
    return {
      fault: {
        pointer: '/tiers',
        detail: 'These are painted on the house of a venueId. A section here has its tier.',
      },
    };
  const fault = faultInPlan(sections);
  if (fault !== undefined) return { fault };
  const painted = paintPlan(sections);
  return 'fault' in painted ? painted : kept(painted.sections);
}

function inVenue({ sections, tiers }: PerformanceFields, house: House | undefined): Building {
  if (sections !== undefined)
    return { fault: { pointer: '/sections', detail: 'Send either sections or a venueId.' } };
  if (house === undefined) return { fault: { pointer: '/venueId', detail: 'There is no such venue.' } };
  const painted = paintPlan(house.sections, tiers);
  if ('fault' in painted)
    return {
      fault: { ...painted.fault, pointer: painted.fault.pointer.replace(/^\/sections\/.*/, '/tiers') },
    };
  const { name, timeZone, floors, stage, pitch } = house;
  const outline = Object.fromEntries(
    Object.entries({ floors, stage, pitch }).filter(([, value]) => value !== undefined),
  );
  return { ...asDocument(painted.sections, outline), venue: { name, timeZone } };
}

const kept = (sections: SeatingPlan): Built =>
  liesInPerformance(sections) ? { sections } : asDocument(sections, {});

function asDocument(painted: SeatingPlan, outline: Outline): Built {
  const sections = inOneOrder(painted);
  return {
    sections,
    plan: planIdOf(sections),
    ...(Object.keys(outline).length > 0 ? { outline } : {}),
  };
}

function performanceOf(
  performanceId: string,
  home: Home,
  { maxSeatsPerReservation, cancellationPolicy, sections: _drawn, ...fields }: PerformanceFields,
  { sections, outline, plan, venue = home.venue }: Built,
): Performance {
  return {
    ...fields,
    ...timesOf(fields, venue.timeZone),
    sections,
    ...(outline === undefined ? {} : { outline }),
    ...(plan === undefined ? {} : { plan }),
    maxSeatsPerReservation: maxSeatsPerReservation ?? DEFAULT_SEATS_PER_RESERVATION,
    cancellationPolicy: cancellationPolicy ?? defaultCancellationPolicy(fields.currency),
    performanceId,
    musicalId: home.musicalId,
    ...titlesOf(home),
    venue,
    status: 'scheduled',
  };
}

const TIMES = ['startsAt', 'salesOpenAt', 'presaleOpenAt', 'salesCloseAt'] as const;
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
  const { startsAt, salesCloseAt = startsAt } = times;
  if (salesCloseAt > startsAt)
    return { pointer: '/salesCloseAt', detail: 'Sales close at the latest when the performance begins.' };
  return faultInOpening(times, salesCloseAt);
}

function faultInOpening({ salesOpenAt, presaleOpenAt }: Times, salesCloseAt: string): Fault | undefined {
  if (salesOpenAt !== undefined && salesOpenAt >= salesCloseAt)
    return { pointer: '/salesOpenAt', detail: 'Sales would open after they have closed.' };
  return presaleOpenAt !== undefined && presaleOpenAt >= (salesOpenAt ?? '')
    ? { pointer: '/presaleOpenAt', detail: 'A presale opens before sales do, and salesOpenAt says when.' }
    : undefined;
}

/** Every seat has a price. */
function faultInPrices({ sections, priceTiers, priceTypes, venueId }: Performance): Fault | undefined {
  for (const [index, section] of sections.entries()) {
    const unpriced = [...tiersIn(section)].find((tier) => !Object.hasOwn(priceTiers, tier));
    if (unpriced === undefined) continue;
    const pointer = venueId === undefined ? `/sections/${index}/tier` : '/priceTiers';
    return { pointer, detail: `priceTiers has no price for the tier ${unpriced}.` };
  }
  return faultInPriceTypes(priceTypes, priceTiers);
}

/** A price type is for tiers that there are. */
function faultInPriceTypes(
  priceTypes: Performance['priceTypes'] = [],
  priceTiers: Performance['priceTiers'],
): Fault | undefined {
  for (const [index, { tiers = [] }] of priceTypes.entries()) {
    const at = tiers.findIndex((tier) => !Object.hasOwn(priceTiers, tier));
    if (at >= 0)
      return {
        pointer: `/priceTypes/${index}/tiers/${at}`,
        detail: `priceTiers has no tier ${tiers[at]}.`,
      };
  }
  return undefined;
}
