import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { type CancellationPolicy, moveSchema, saleTermsSchema } from '../../contract';
import { priceTiersSchema } from './prices';
import { drawnSectionSchema, outlineSchema, sectionSchema } from './seatingPlan';

/** One playing of a musical. Times are UTC, prices are minor units a seat. */
export const performanceSchema = saleTermsSchema.extend({
  performanceId: z.string(),
  musicalId: z.string(),
  salesOpenAt: z.string().optional(),
  /** From then on members may take seats, before all others from `salesOpenAt` on. */
  presaleOpenAt: z.string().optional(),
  salesCloseAt: z.string().optional(),
  /** ISO 4217. */
  currency: z.string(),
  priceTiers: priceTiersSchema,
  /** What the theatre takes for the sale of each seat. */
  bookingFeePerSeat: z.int().optional(),
  /** Its seating plan. Where `plan` names one, they lie in the document of this id. */
  sections: z.array(sectionSchema),
  outline: outlineSchema.optional(),
  plan: z.string().optional(),
  /** The venue it is played in and the tiers painted on that house, when the box office did not draw the sections itself. */
  venueId: z.string().optional(),
  tiers: z.record(z.string(), z.string()).optional(),
  maxSeatsPerReservation: z.int(),
  /** How many seats one customer may have in all, those bought among them. */
  maxSeatsPerCustomer: z.int().optional(),
  status: z.enum(['scheduled', 'cancelled']),
  /** When the house was last changed or closed. Whoever lost a seat by it is looked for from then on. */
  changedAt: z.string().optional(),
  /** How it was moved to another time or venue, in order. Whoever has seats is brought through them one by one. */
  moves: z.array(moveSchema).optional(),
});
export type Performance = Immutable<z.infer<typeof performanceSchema>>;

/** What the box office says of a performance. The rest follows from its musical and from what becomes of it. */
export const performanceFieldsSchema = performanceSchema
  .omit({ performanceId: true, musicalId: true, title: true, venue: true, status: true, changedAt: true })
  .omit({ translations: true, outline: true, plan: true, moves: true })
  .extend({ sections: z.array(drawnSectionSchema) })
  .partial({ maxSeatsPerReservation: true, cancellationPolicy: true, sections: true });
export type PerformanceFields = Immutable<z.infer<typeof performanceFieldsSchema>>;

/** From then on nothing is held, reserved or paid. It is when sales close, and at the latest when the performance begins. */
export const salesEnd = ({
  salesCloseAt,
  startsAt,
}: Pick<Performance, 'salesCloseAt' | 'startsAt'>): string =>
  salesCloseAt !== undefined && salesCloseAt < startsAt ? salesCloseAt : startsAt;

/** This time, or the end of sales if that is earlier, because nothing is kept for anybody longer than they last. */
export const noLaterThanSales = (performance: Performance, time: string): string =>
  time < salesEnd(performance) ? time : salesEnd(performance);

type SalesRule = (performance: Performance, now: string) => string | undefined;

const isNotCancelled: SalesRule = ({ status }) =>
  status === 'cancelled' ? 'The performance is cancelled.' : undefined;
const salesHaveOpened: SalesRule = ({ salesOpenAt, presaleOpenAt }, now) => {
  if (salesOpenAt === undefined || now >= (presaleOpenAt ?? salesOpenAt)) return undefined;
  return `Sales open at ${salesOpenAt}${presaleOpenAt === undefined ? '' : `, for members at ${presaleOpenAt}`}.`;
};
const salesHaveNotClosed: SalesRule = (performance, now) =>
  now >= salesEnd(performance) ? `Sales closed at ${salesEnd(performance)}.` : undefined;

const SALES_RULES = [isNotCancelled, salesHaveOpened, salesHaveNotClosed];

/**
 * Why nobody may take a seat of the performance now. Undefined when it is on sale, in the presale too. The first rule that
 * refuses answers.
 */
export const whyNotOnSale = (performance: Performance, now: string): string | undefined =>
  SALES_RULES.map((rule) => rule(performance, now)).find((why) => why !== undefined);

/** Staff sell outside the time of sales, until it begins. */
export const whyNotAtCounter: SalesRule = (performance, now) =>
  isNotCancelled(performance, now) ?? (hasBegun(performance, now) ? 'It has begun.' : undefined);

/** Members alone may take seats now. */
export const isInPresale = (
  { salesOpenAt, presaleOpenAt }: Pick<Performance, 'salesOpenAt' | 'presaleOpenAt'>,
  now: string,
): boolean =>
  salesOpenAt !== undefined && presaleOpenAt !== undefined && presaleOpenAt <= now && now < salesOpenAt;

export const SALE_STATES = ['not-yet', 'presale', 'on-sale', 'sold-out', 'closed', 'cancelled'] as const;
export type SaleState = (typeof SALE_STATES)[number];

/** What a buyer can do about the performance now, when so many seats are free. */
export function saleStateOf(performance: Performance, available: number, now: string): SaleState {
  if (isNotCancelled(performance, now) !== undefined) return 'cancelled';
  if (salesHaveNotClosed(performance, now) !== undefined) return 'closed';
  if (salesHaveOpened(performance, now) !== undefined) return 'not-yet';
  if (available === 0) return 'sold-out';
  return isInPresale(performance, now) ? 'presale' : 'on-sale';
}

/** It is being played or was. Whoever was there has had what was paid for. */
export const hasBegun = ({ status, startsAt }: Performance, now: string): boolean =>
  status === 'scheduled' && startsAt <= now;

/** It is still to be played. */
export const isToCome = (performance: Performance, now: string): boolean =>
  performance.status === 'scheduled' && !hasBegun(performance, now);

/**
 * What holds when the box office names no policy. The fixed fee is in won, so other currencies have the percentage alone.
 * Source: Korean theatres' usual terms.
 */
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
