import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import { priceIn } from '../../functions/musical/catalogue/domain/prices';
import {
  blocksOf,
  findSeat,
  type Row,
  type Section,
  seatIdsIn,
} from '../../functions/musical/catalogue/domain/seatingPlan';
import type { Random } from './random';

const POLICIES: readonly Performance['cancellationPolicy'][] = [
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 0, feePercent: 0 }] },
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 30 }] },
  // More than half is kept: what is refunded twice is less than what was paid, so only the refund's key stops it.
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 60 }] },
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 100 }] },
  { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 40, feePercent: 10 }] },
];
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
    priceTiers: { VIP: 90_000, STD: 50_000 },
    sections,
    maxSeatsPerReservation: 2 + random.int(4),
    cancellationPolicy: random.pick(POLICIES),
    status: 'scheduled',
    // With it the house stays as it is when the theatre changes the rest.
    venueId: 'small-stage',
  };
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

export const priceOf = (performance: Performance, seats: readonly string[]): number =>
  seats.reduce(
    (sum, seat) =>
      sum + (priceIn(performance.priceTiers, findSeat(performance.sections, seat)?.tier ?? '') ?? 0),
    0,
  );
