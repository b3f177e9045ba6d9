import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import { priceIn } from '../../functions/musical/catalogue/domain/prices';
import {
  blocksOf,
  findSeat,
  type Row,
  type Section,
  seatIdsIn,
} from '../../functions/musical/catalogue/domain/seatingPlan';
import type { Allocation } from '../../functions/musical/seats/domain/allocation';
import type { Random } from './random';

const POLICIES: readonly Performance['cancellationPolicy'][] = [
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 0, feePercent: 0 }] },
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 30 }] },
  // More than half is kept: what is refunded twice is less than what was paid, so only the refund's key stops it.
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 60 }] },
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 100 }] },
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 40, feePercent: 10 }] },
];
const name = { ko: '할인', en: 'Reduced' };
export const PRICE_TYPES: readonly {
  readonly priceTypeId: string;
  readonly name: typeof name;
  readonly percentOff?: number;
  readonly amountOff?: number;
  readonly tiers?: readonly string[];
  readonly membersOnly?: boolean;
}[] = [
  { priceTypeId: 'half', name, percentOff: 50 },
  { priceTypeId: 'coupon', name, amountOff: 20_000, tiers: ['VIP'] },
  { priceTypeId: 'guest', name, percentOff: 100 },
  { priceTypeId: 'friends', name, percentOff: 30, membersOnly: true },
];
/** What each plan takes off, by the price type that the product makes of it. */
export const MEMBER_PRICE = { priceTypeId: 'member', percentOff: 10 } as const;

const DAYS_AHEAD_MS = 20 * 24 * 60 * 60 * 1000;

/** A small house, so that everybody wants the same seats. */
export function drawPerformance(random: Random, number: number, nowMs: number): Performance {
  const rows = Array.from({ length: 1 + random.int(3) }, (_, i) =>
    drawRow(random, `${i + 1}`, 2 + random.int(6)),
  );
  const sections: Section[] = [{ sectionId: 'A', kind: 'seated', tier: 'VIP', rows }];
  if (random.chance(0.5)) {
    sections.push({ sectionId: 'S', kind: 'standing', tier: 'STD', capacity: 2 + random.int(8) });
  }
  return {
    performanceId: `m${number}.p${number}`,
    musicalId: `m${number}`,
    title: `Musical ${number}`,
    venue: { name: 'Small Stage', timeZone: 'Asia/Seoul' },
    startsAt: new Date(nowMs + DAYS_AHEAD_MS).toISOString(),
    currency: 'KRW',
    priceTiers: { VIP: 90_001, STD: 50_000 },
    priceTypes: PRICE_TYPES as Performance['priceTypes'],
    bookingFeePerSeat: random.pick([0, 2_000]),
    sections,
    maxSeatsPerReservation: 2 + random.int(4),
    ...random.pick([{}, { maxSeatsPerCustomer: 5 + random.int(6) }]),
    ...drawPresale(random.fork(`presale ${number}`), nowMs),
    cancellationPolicy: random.pick(POLICIES),
    status: 'scheduled',
    // With it the house stays as it is when the theatre changes the rest.
    venueId: 'small-stage',
  };
}

/** Some are for members alone at first, while their bills fall due, and for all in time to sell them. */
function drawPresale(random: Random, nowMs: number): Partial<Performance> {
  if (random.chance(0.7)) return {};
  const opensMs = nowMs + random.int(30_000);
  const at = (ms: number) => new Date(ms).toISOString();
  return { presaleOpenAt: at(opensMs), salesOpenAt: at(opensMs + random.between(60_000, 180_000)) };
}

/**
 * Rows by count, and rows as they stand in many halls, with odd numbers at the left, even ones at the right, an aisle
 * between and a place for a wheelchair at the end.
 */
function drawRow(random: Random, row: string, seats: number): Row {
  if (random.chance(0.5)) return { row, seats };
  const odd = Array.from({ length: Math.ceil(seats / 2) }, (_, i) => 2 * i + 1);
  const even = Array.from({ length: Math.floor(seats / 2) }, (_, i) => 2 * i + 2);
  const numbers = [...odd.reverse(), ...even];
  const gapsAfter = random.chance(0.5) ? [1] : [];
  if (random.chance(0.5)) return { row, numbers, gapsAfter };
  const kinds = [
    { kinds: [], seats: seats - 1 },
    { kinds: ['wheelchair' as const], seats: 1 },
  ];
  return { row, numbers, gapsAfter, kinds };
}

export const seatsOf = ({ sections }: Performance): string[] => sections.flatMap(blocksOf).flatMap(seatIdsIn);

export const seatOf = ({ sections }: Performance, seatId: string) => findSeat(sections, seatId);

const priceAt = (standard: number, id: string): number | undefined => {
  if (id === 'standard') return standard;
  const type = [...PRICE_TYPES, MEMBER_PRICE].find(({ priceTypeId }) => priceTypeId === id);
  if (type === undefined) return undefined;
  return type.percentOff === undefined
    ? Math.max(0, standard - (type.amountOff ?? 0))
    : Math.floor((standard * (100 - type.percentOff)) / 100);
};

type Sold = Pick<Allocation, 'seats' | 'lines' | 'bookingFee' | 'amount'>;

/** What the seats should cost: by the performance at first, and from then on by what was frozen with them. */
export function costOf(
  { priceTiers, bookingFeePerSeat = 0, sections }: Performance,
  sold: Sold,
  frozen?: Sold,
): number {
  const fee = frozen?.bookingFee ?? bookingFeePerSeat * sold.seats.length;
  return (sold.lines ?? []).reduce((sum, { seatId, priceTypeId }) => {
    const before = frozen?.lines?.find((line) => line.seatId === seatId);
    const today = priceIn(priceTiers, findSeat(sections, seatId)?.tier ?? '') ?? Number.NaN;
    if (before === undefined) return sum + (priceAt(today, priceTypeId) ?? Number.NaN);
    const isChosen = before.priceTypeId === 'standard';
    return sum + ((isChosen ? priceAt(before.price, priceTypeId) : before.price) ?? Number.NaN);
  }, fee);
}
