import fc from 'fast-check';
import { sampleSale } from '../../../tests/samples/reservation';
import { zoneTime } from '../../../tests/samples/zones';
import type { Sale } from '../../musical/contract';
import { feeFor } from './fees';

const LONG_AGO = '2020-01-01T00:00:00.000Z';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const minutes = fc.integer({ min: -1_000, max: 60 * 24 * 60 });
const before = (startsAtMs: number, min: number): string =>
  new Date(startsAtMs - min * MINUTE_MS).toISOString();

const saleAt = (
  { timeZone, ms }: { timeZone: string; ms: number },
  changes: Pick<Sale, 'cancellationPolicy'> & Partial<Sale>,
): Sale => ({
  ...sampleSale,
  // The price is shared by its two seats.
  lines: undefined,
  startsAt: new Date(ms).toISOString(),
  venue: { name: 'Hall', timeZone },
  ...changes,
});

/** The number of a date on the calendar that hangs in the venue. */
const dayIn = (ms: number, timeZone: string): number =>
  Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms)) / DAY_MS;

/** A tier for every day, so that the fee tells which day was counted. */
const aTierADay = {
  freeDays: 0,
  freeUntilDaysBefore: 0,
  tiers: Array.from({ length: 51 }, (_, day) => ({ daysBefore: day, feePercent: 100 - day })),
};

test('in any zone, around clock changes too, the days before are those of the calendar in the venue', () => {
  fc.assert(
    fc.property(zoneTime, minutes, (starts, min) => {
      const now = before(starts.ms, min);
      const days = dayIn(starts.ms, starts.timeZone) - dayIn(Date.parse(now), starts.timeZone);
      const fee = feeFor(saleAt(starts, { amount: 200, cancellationPolicy: aTierADay }), LONG_AGO, now);
      expect(fee).toBe(min <= 0 ? undefined : 2 * (100 - Math.min(days, 50)));
    }),
    { numRuns: 500 },
  );
});

/** A policy that never gets cheaper towards the day: less percent and a smaller fixed fee the earlier it is. */
const fairPolicy = fc
  .record({
    freeDays: fc.integer({ min: 0, max: 30 }),
    freeUntilDaysBefore: fc.integer({ min: 0, max: 20 }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
    percents: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 }),
    fixed: fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 6 }),
  })
  .map(({ freeDays, freeUntilDaysBefore, days, percents, fixed }) => {
    const rising = percents.toSorted((a, b) => a - b);
    const risingFixed = fixed.toSorted((a, b) => a - b);
    const earliestFirst = days.toSorted((a, b) => b - a);
    const tiers = earliestFirst.map((daysBefore, i) => {
      const feePerSeat = risingFixed[i];
      const feePercent = rising[i] ?? 100;
      return { daysBefore, feePercent, ...(feePerSeat === undefined ? {} : { feePerSeat }) };
    });
    return { freeDays, freeUntilDaysBefore, tiers };
  });

test('waiting never makes cancelling cheaper, and what is closed stays closed; the fee is never below nothing or above the price', () => {
  fc.assert(
    fc.property(
      zoneTime,
      fairPolicy,
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.tuple(minutes, minutes, minutes),
      (starts, cancellationPolicy, amount, times) => {
        const sale = saleAt(starts, { amount, cancellationPolicy });
        const [placedAt = '', sooner = '', later = ''] = times
          .toSorted((a, b) => b - a)
          .map((min) => before(starts.ms, min));
        const first = feeFor(sale, placedAt, sooner);
        const second = feeFor(sale, placedAt, later);
        for (const fee of [first ?? 0, second ?? 0]) {
          expect(fee).toBeGreaterThanOrEqual(0);
          expect(fee).toBeLessThanOrEqual(amount);
        }
        const never = Number.POSITIVE_INFINITY;
        expect(second ?? never).toBeGreaterThanOrEqual(first ?? never);
      },
    ),
    { numRuns: 1_000 },
  );
});
