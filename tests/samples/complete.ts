import type { Musical } from '../../functions/musical/catalogue/domain/musical';
import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import type { Allocation } from '../../functions/musical/seats/domain/allocation';
import { sampleAllocation, samplePerformance } from './house';

/**
 * Samples with every optional member. A member that is added to a schema does not compile until it is here, and what is
 * here is what the round trips compare.
 */

/** The type with every member, all the way down. */
type Complete<T> = T extends readonly unknown[]
  ? { readonly [I in keyof T]: Complete<T[I]> }
  : T extends object
    ? { readonly [Member in keyof T]-?: Complete<Exclude<T[Member], undefined>> }
    : T;

const venue: Complete<Musical['venue']> = { name: 'Blue Square', timeZone: 'Asia/Seoul' };

export const completeMusical: Complete<Musical> = {
  musicalId: 'm1',
  title: 'Midnight',
  description: 'Four people and a clock.',
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  venue,
  posterUrl: '/posters/midnight.svg',
  runningTimeMinutes: 150,
  ageRating: '8+',
};

const { performanceId, musicalId, title, startsAt, currency, priceTiers, sections } = samplePerformance();

export const completeTerms: Complete<NonNullable<Allocation['terms']>> = {
  title,
  startsAt,
  venue,
  cancellationPolicy: {
    freeDays: 7,
    freeUntilDaysBefore: 10,
    tiers: [{ daysBefore: 1, feePercent: 30, feePerSeat: 4_000 }],
  },
};

export const completePerformance: Complete<Performance> = {
  ...completeTerms,
  performanceId,
  musicalId,
  salesOpenAt: '2026-11-01T05:00:00.000Z',
  salesCloseAt: '2026-12-24T09:30:00.000Z',
  currency,
  priceTiers,
  sections,
  maxSeatsPerReservation: 4,
  status: 'scheduled',
  changedAt: '2026-11-20T10:00:00.000Z',
};

const { id, customerId, seats, turns, heldUntil, expiresAt, amount } = sampleAllocation();

/** No allocation has all of it at once, but the store does not know that. */
export const completeAllocation: Complete<Allocation> = {
  id,
  performanceId,
  customerId,
  seats,
  turns,
  phase: 'revoked',
  heldUntil,
  expiresAt,
  releasedAt: '2026-11-21T10:04:00.000Z',
  renewals: ['renewal-1'],
  amount,
  currency,
  terms: completeTerms,
  refusal: { code: 'sold-out', sectionId: 'S', quantity: 2 },
  captured: 340_000,
  refunded: 300_000,
  revoking: 'performance-moved',
};
