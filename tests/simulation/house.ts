import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import {
  blocksOf,
  findSeat,
  type Section,
  seatIdOf,
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
  const rows = Array.from({ length: 1 + random.int(3) }, (_, i) => ({
    row: `${i + 1}`,
    seats: 2 + random.int(6),
  }));
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
  };
}

export const seatsOf = ({ sections }: Performance): string[] =>
  sections
    .flatMap(blocksOf)
    .flatMap((block) => Array.from({ length: block.seats }, (_, i) => seatIdOf(block, i + 1)));

export const sectionOf = ({ sections }: Performance, seatId: string): string | undefined =>
  findSeat(sections, seatId)?.sectionId;

export const priceOf = (performance: Performance, seats: readonly string[]): number =>
  seats.reduce(
    (sum, seat) => sum + (performance.priceTiers[findSeat(performance.sections, seat)?.tier ?? ''] ?? 0),
    0,
  );
