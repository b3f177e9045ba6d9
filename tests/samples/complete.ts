import type { Musical } from '../../functions/musical/catalogue/domain/musical';
import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import type { House } from '../../functions/musical/catalogue/domain/venue';
import type { Allocation } from '../../functions/musical/seats/domain/allocation';
import { sampleAllocation, sampleLine, samplePerformance } from './house';

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
  translations: {
    en: { title: 'Midnight, in English', description: 'Four people and a clock, in English.' },
  },
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  venue,
  posterUrl: '/posters/midnight.svg',
  runningTimeMinutes: 150,
  ageRating: '8+',
};

const { performanceId, musicalId, title, startsAt, currency } = samplePerformance();

const shown = { name: 'Stalls', floor: '1', x: 0, y: 4, rotation: 10 };
const sections: Complete<Performance['sections']> = [
  {
    sectionId: 'A',
    ...shown,
    kind: 'seated',
    tier: 'VIP',
    rows: [
      {
        row: '1',
        seats: 3,
        numbers: [1, '2a', 3],
        gapsAfter: [1],
        x: 0.5,
        y: 1,
        curve: 0.3,
        positions: [
          [-1, 0],
          [0, 0],
          [1, 0],
        ],
        tiers: [{ tier: 'VIP', seats: 3 }],
        kinds: [
          { kinds: ['aisle'], seats: 1 },
          { kinds: [], seats: 2 },
        ],
        label: 'First',
        labels: { '2a': '2-a' },
      },
    ],
  },
  { sectionId: 'S', ...shown, kind: 'standing', tier: 'R', capacity: 20 },
];

export const priceTypes = [
  {
    priceTypeId: 'senior',
    name: { ko: '경로', en: 'Senior' },
    percentOff: 50,
    tiers: ['VIP'],
    proof: { ko: '신분증', en: 'An identity card' },
    membersOnly: false,
  },
  {
    priceTypeId: 'coupon',
    name: { ko: '쿠폰', en: 'Coupon' },
    amountOff: 10_000,
    tiers: ['R'],
    proof: { ko: '쿠폰', en: 'The coupon' },
    membersOnly: false,
  },
];

export const completeTerms: Complete<NonNullable<Allocation['terms']>> = {
  title,
  translations: { en: { title: 'Midnight, in English' } },
  startsAt,
  venue,
  cancellationPolicy: {
    freeDays: 7,
    freeUntilDaysBefore: 10,
    tiers: [{ daysBefore: 1, feePercent: 30, feePerSeat: 4_000 }],
  },
  priceTypes,
};

const whenAndWhere = { startsAt, venue };
const keptMove = { n: 1, from: whenAndWhere, to: whenAndWhere };

/** The house of that performance, as it was drawn. Its rows are told as numbers, for a row has one of the two. */
export const completeHouse: House = {
  venueId: 'v1',
  ...venue,
  floors: ['1', '2'],
  stage: { x: 0, y: 0, width: 12 },
  pitch: 1,
  sections: sections.map((section): House['sections'][number] => {
    if (section.kind === 'standing') return section;
    const rows = section.rows.map(({ seats: _count, kinds: _runs, ...row }) => ({
      ...row,
      guids: ['a', 'b', 'c'],
    }));
    return { ...section, rows, kinds: { 'A-1-1': ['aisle'] } };
  }),
  tierLabels: { VIP: { label: 'Very important', colour: '#aa0000' } },
};

export const completePerformance: Complete<Performance> = {
  ...completeTerms,
  performanceId,
  musicalId,
  salesOpenAt: '2026-11-01T05:00:00.000Z',
  presaleOpenAt: '2026-10-30T05:00:00.000Z',
  salesCloseAt: '2026-12-24T09:30:00.000Z',
  currency,
  priceTiers: {
    VIP: { price: 170_000, name: { ko: 'VIP석', en: 'Very important' }, colour: '#aa0000' },
    R: 130_000,
  },
  bookingFeePerSeat: 1_000,
  sections,
  outline: { floors: ['1', '2'], stage: { x: 0, y: 0, width: 12 }, pitch: 1 },
  plan: 'p1',
  venueId: 'v1',
  tiers: { A: 'VIP' },
  maxSeatsPerReservation: 4,
  maxSeatsPerCustomer: 40,
  status: 'scheduled',
  changedAt: '2026-11-20T10:00:00.000Z',
  moves: [{ ...keptMove, onMove: 'keep' }],
};

const { id, customerId, seats, turns, heldUntil, expiresAt, amount } = sampleAllocation();

/** No allocation has all of it at once, but the store does not know that. */
export const completeAllocation: Complete<Allocation> = {
  id,
  performanceId,
  customerId,
  seats,
  lines: seats.map((seatId) => ({ ...sampleLine(seatId), reseats: [{ n: 2, from: 'A-1-4', tier: 'VIP' }] })),
  bookingFee: 2_000,
  turns,
  phase: 'revoked',
  heldUntil,
  expiresAt,
  withheld: { reason: 'House seats', note: 'For the author', since: '2026-11-20T10:00:00.000Z' },
  releasedAt: '2026-11-21T10:04:00.000Z',
  renewals: ['renewal-1'],
  amount,
  currency,
  terms: completeTerms,
  refusal: {
    code: 'sold-out',
    sectionId: 'S',
    tier: 'R',
    quantity: 2,
    kinds: { wheelchair: 1, companion: 1 },
  },
  captured: 340_000,
  refunded: 300_000,
  returned: [{ seatId: 'A-1-3', turn: 2 }],
  answers: [
    {
      n: 1,
      seats: ['A-1-3'],
      to: [{ seatId: 'A-1-1', tier: 'VIP' }],
      refusal: { reason: 'seat-taken', detail: 'Taken: A-1-4.', taken: ['A-1-4'] },
    },
  ],
  revoking: 'performance-moved',
  move: 1,
  moves: [keptMove],
  moving: { n: 1, since: '2026-11-21T10:04:00.000Z' },
};
