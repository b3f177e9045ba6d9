import {
  defaultCancellationPolicy,
  type Performance,
  type PerformanceFields,
  performanceFieldsSchema,
} from '../../functions/musical/catalogue/domain/performance';
import type { Section } from '../../functions/musical/catalogue/domain/seatingPlan';
import type { SaleLine } from '../../functions/musical/contract';
import type { Allocation } from '../../functions/musical/seats/domain/allocation';

/** Rows "1", "2", … with so many seats each. Members are in the order of the schema, as the store reads them. */
export const seated = (sectionId: string, seatsInRows: readonly number[], tier = 'R'): Section => ({
  sectionId,
  tier,
  kind: 'seated',
  rows: seatsInRows.map((seats, index) => ({ row: String(index + 1), seats })),
});

export const standing = (sectionId: string, capacity: number, tier = 'R'): Section => ({
  sectionId,
  tier,
  kind: 'standing',
  capacity,
});

export const samplePerformance = (changes: Partial<Performance> = {}): Performance => ({
  performanceId: 'm1.p1',
  musicalId: 'm1',
  title: 'Midnight',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
  startsAt: '2026-12-24T10:30:00.000Z',
  currency: 'KRW',
  priceTiers: { VIP: 170_000, R: 130_000 },
  sections: [seated('A', [10, 10], 'VIP'), standing('S', 20)],
  maxSeatsPerReservation: 4,
  cancellationPolicy: defaultCancellationPolicy('KRW'),
  status: 'scheduled',
  ...changes,
});

/** What the box office sends for it. */
export const sampleFields = (changes: Partial<Performance> = {}): PerformanceFields =>
  performanceFieldsSchema.parse(samplePerformance(changes));

export const sampleLine = (seatId: string): SaleLine => ({
  seatId,
  tier: 'VIP',
  priceTypeId: 'standard',
  price: 170_000,
});

export const sampleAllocation = (changes: Partial<Allocation> = {}): Allocation => ({
  id: 'r1',
  performanceId: 'm1.p1',
  customerId: 'kim',
  seats: ['A-1-1', 'A-1-2'],
  lines: (changes.seats ?? ['A-1-1', 'A-1-2']).map(sampleLine),
  turns: [1, 1],
  phase: 'hold',
  heldUntil: '2026-11-21T10:10:00.000Z',
  expiresAt: '2026-11-21T10:10:00.000Z',
  amount: 340_000,
  currency: 'KRW',
  ...changes,
});
