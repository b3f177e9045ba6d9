import type { CancellationPolicy } from '../../contract';
import { blocksOf, capacityOf, type Section, seatIdOf } from './seatMap';

export type Performance = {
  readonly performanceId: string;
  readonly musicalId: string;
  readonly title: string;
  readonly venue: { readonly name: string; readonly timeZone: string };
  /** UTC, as are the sales times. */
  readonly startsAt: string;
  readonly salesOpenAt?: string | undefined;
  readonly salesCloseAt?: string | undefined;
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units a seat, by tier. */
  readonly priceTiers: Readonly<Record<string, number>>;
  readonly sections: readonly Section[];
  readonly maxSeatsPerReservation: number;
  readonly cancellationPolicy: CancellationPolicy;
  readonly status: 'scheduled' | 'cancelled';
  /** UTC; when the house was last changed or closed: whoever lost a seat by it is looked for from then on. */
  readonly changedAt?: string | undefined;
};

type SalesRule = (performance: Performance, now: string) => string | undefined;

const isNotCancelled: SalesRule = ({ status }) =>
  status === 'cancelled' ? 'The performance is cancelled.' : undefined;
const salesHaveOpened: SalesRule = ({ salesOpenAt }, now) =>
  salesOpenAt !== undefined && now < salesOpenAt ? `Sales open at ${salesOpenAt}.` : undefined;
const salesHaveNotClosed: SalesRule = ({ salesCloseAt, startsAt }, now) =>
  now >= (salesCloseAt ?? startsAt) ? `Sales closed at ${salesCloseAt ?? startsAt}.` : undefined;

const SALES_RULES = [isNotCancelled, salesHaveOpened, salesHaveNotClosed];

/** Why no seat of the performance may be taken now; undefined when it is on sale. The first rule that refuses answers. */
export const whyNotOnSale = (performance: Performance, now: string): string | undefined =>
  SALES_RULES.map((rule) => rule(performance, now)).find((why) => why !== undefined);

/** It is being played or was: whoever was there has had what was paid for. */
export const hasBegun = ({ status, startsAt }: Performance, now: string): boolean =>
  status === 'scheduled' && startsAt <= now;

/** It is still to be played. */
export const isToCome = (performance: Performance, now: string): boolean =>
  performance.status === 'scheduled' && !hasBegun(performance, now);

/** Source: Korean theatres' usual terms; the fixed fee is in won, so other currencies have the percentage alone. */
export const defaultCancellationPolicy = (currency: string): CancellationPolicy => ({
  freeDays: 7,
  freeUntilDaysBefore: 10,
  tiers: [
    { daysBefore: 10, feePercent: 10, ...(currency === 'KRW' ? { feePerSeat: 4000 } : {}) },
    { daysBefore: 7, feePercent: 10 },
    { daysBefore: 3, feePercent: 20 },
    { daysBefore: 1, feePercent: 30 },
  ],
});

/** Up to here the seat map stays one document of a few request units; docs/scale.md says what more would take. */
export const MAX_CAPACITY = 20_000;

/** What is wrong with a house, as JSON pointer and sentence; undefined when every seat has a price and an id of its own. */
export function faultInHouse(
  sections: readonly Section[],
  priceTiers: Readonly<Record<string, number>>,
): { readonly pointer: string; readonly detail: string } | undefined {
  const unpriced = sections.findIndex(({ tier }) => !Object.hasOwn(priceTiers, tier));
  if (unpriced >= 0) {
    return { pointer: `/sections/${unpriced}/tier`, detail: 'priceTiers has no price for this tier.' };
  }
  const capacity = capacityOf(sections);
  if (capacity < 1 || capacity > MAX_CAPACITY) {
    return {
      pointer: '/sections',
      detail: `A performance has 1 to ${MAX_CAPACITY} seats, this one has ${capacity}.`,
    };
  }
  const blocks = sections.flatMap(blocksOf);
  const ids = new Set(blocks.map((block) => seatIdOf(block, 1)));
  if (ids.size < blocks.length || new Set(sections.map((s) => s.sectionId)).size < sections.length) {
    return { pointer: '/sections', detail: 'Two sections or rows have the same name.' };
  }
  return undefined;
}
