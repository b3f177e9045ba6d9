import fc from 'fast-check';
import { inStatus, sampleMove, sampleSale } from '../../../tests/samples/reservation';
import { defaultCancellationPolicy } from '../../musical/catalogue/domain/performance';
import type { Sale } from '../../musical/contract';
import { cancel, cancelInFull, quote } from './cancellation.decide';
import { feeFor } from './fees';
import type { Reservation } from './reservation';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long before every cancellation of this file, so that no free days are left. */
const LONG_AGO = '2020-01-01T00:00:00.000Z';
const daysBefore = (startsAt: string, days: number): string =>
  new Date(Date.parse(startsAt) - days * DAY_MS).toISOString();

/** The two seats for this price together, shared equally. */
const { lines: _lines, ...unshared } = sampleSale;
const saleFor = (amount: number): Sale => ({ ...unshared, amount });

const feeOnDay = (sale: Sale, days: number) => feeFor(sale, LONG_AGO, daysBefore(sale.startsAt, days));

test.each<[string, number, number | undefined]>([
  ['a year before', 365, 8_000],
  ['10 days before', 10, 8_000],
  ['9 days before', 9, 34_000],
  ['8 days before', 8, 34_000],
  ['7 days before', 7, 34_000],
  ['6 days before', 6, 68_000],
  ['5 days before', 5, 68_000],
  ['4 days before', 4, 68_000],
  ['3 days before', 3, 68_000],
  ['2 days before', 2, 102_000],
  ['1 day before', 1, 102_000],
  ['on the day', 0, undefined],
  ['the day after', -1, undefined],
])('two seats for 340,000 won, cancelled %s, cost', (_when, days, fee) => {
  expect(feeOnDay(sampleSale, days)).toBe(fee);
});

test.each<[number, number | undefined]>([
  [10, 0],
  [1, 0],
  [0, undefined],
])('who was told of a move cancels free of charge until it begins: %d days before', (days, fee) => {
  expect(feeOnDay({ ...sampleSale, moves: [sampleMove] }, days)).toBe(fee);
});

test.each([
  ['dear seats: 4,000 won each', 340_000, 8_000],
  ['seats of 40,000 won: 4,000 won are the tenth', 80_000, 8_000],
  ['cheap seats: never more than a tenth', 50_000, 5_000],
  ['an odd price: rounded down', 12_345, 1_234],
  ['a free ticket', 0, 0],
])('ten days before and earlier, two seats cost %s', (_what, amount, fee) => {
  expect(feeOnDay(saleFor(amount), 20)).toBe(fee);
});

test('another currency has the percentage alone', () => {
  const cancellationPolicy = defaultCancellationPolicy('EUR');
  const sale: Sale = { ...saleFor(17_999), currency: 'EUR', cancellationPolicy };
  expect([20, 8, 4, 1].map((days) => feeOnDay(sale, days))).toEqual([1_799, 1_799, 3_599, 5_399]);
});

test.each([
  ['7 days after reserving to the millisecond', 7 * DAY_MS, 0],
  ['a millisecond later', 7 * DAY_MS + 1, 8_000],
])('%s, with the performance far away, cancelling costs as the policy says', (_when, ms, fee) => {
  const placedAt = '2026-11-01T00:00:00.000Z';
  expect(feeFor(sampleSale, placedAt, new Date(Date.parse(placedAt) + ms).toISOString())).toBe(fee);
});

test('just reserved is free down to ten days before, not nearer', () => {
  const justReserved = (days: number) => {
    const now = daysBefore(sampleSale.startsAt, days);
    return feeFor(sampleSale, now, now);
  };
  expect(justReserved(10)).toBe(0);
  expect(justReserved(9)).toBe(34_000);
});

test.each<[string, string, string, string, number | undefined]>([
  ['Seoul, the last minute of D-1', 'Asia/Seoul', '2026-12-24T10:30:00Z', '2026-12-23T14:59:59Z', 102_000],
  ['Seoul, midnight', 'Asia/Seoul', '2026-12-24T10:30:00Z', '2026-12-23T15:00:00Z', undefined],
  [
    'New York, the last minute of D-1',
    'America/New_York',
    '2026-12-25T00:30:00Z',
    '2026-12-24T04:59:59Z',
    102_000,
  ],
  ['New York, midnight', 'America/New_York', '2026-12-25T00:30:00Z', '2026-12-24T05:00:00Z', undefined],
  ['Seoul, the last minute of D-10', 'Asia/Seoul', '2026-12-24T10:30:00Z', '2026-12-14T14:59:59Z', 8_000],
  ['Seoul, the first minute of D-9', 'Asia/Seoul', '2026-12-24T10:30:00Z', '2026-12-14T15:00:00Z', 34_000],
  [
    'Berlin, over the night of 23 hours, the last minute of D-3',
    'Europe/Berlin',
    '2026-03-31T18:00:00Z',
    '2026-03-28T22:59:59Z',
    68_000,
  ],
  [
    'Berlin, over the night of 23 hours, the first minute of D-2',
    'Europe/Berlin',
    '2026-03-31T18:00:00Z',
    '2026-03-28T23:00:00Z',
    102_000,
  ],
  [
    'Berlin, over the night of 25 hours, the last minute of D-3',
    'Europe/Berlin',
    '2026-10-27T19:00:00Z',
    '2026-10-24T21:59:59Z',
    68_000,
  ],
  [
    'Berlin, over the night of 25 hours, the first minute of D-2',
    'Europe/Berlin',
    '2026-10-27T19:00:00Z',
    '2026-10-24T22:00:00Z',
    102_000,
  ],
  [
    'Berlin, the day of 25 hours, its last minute',
    'Europe/Berlin',
    '2026-10-26T19:00:00Z',
    '2026-10-25T22:59:59Z',
    102_000,
  ],
  [
    'Berlin, the day after that, its first minute',
    'Europe/Berlin',
    '2026-10-26T19:00:00Z',
    '2026-10-25T23:00:00Z',
    undefined,
  ],
])('the day is that of the venue: %s', (_when, timeZone, startsAt, now, fee) => {
  const sale = { ...sampleSale, startsAt, venue: { name: 'Hall', timeZone } };
  expect(feeFor(sale, '2025-01-01T00:00:00Z', now)).toBe(fee);
});

test('the order of the tiers does not matter', () => {
  const { cancellationPolicy } = sampleSale;
  const turned = { ...cancellationPolicy, tiers: [...cancellationPolicy.tiers].reverse() };
  expect(feeOnDay({ ...sampleSale, cancellationPolicy: turned }, 4)).toBe(68_000);
});

test('a percentage with decimals is exact before it is rounded down', () => {
  const policy = { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 0.57 }] };
  expect(feeOnDay({ ...saleFor(20_000), cancellationPolicy: policy }, 5)).toBe(114);
});

test('once the performance has begun, no policy gives anything back', () => {
  const generous = { freeDays: 365, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 0, feePercent: 50 }] };
  const sale = { ...sampleSale, cancellationPolicy: generous };
  const justBefore = new Date(Date.parse(sale.startsAt) - 1).toISOString();
  expect(feeFor(sale, '2026-12-01T00:00:00.000Z', justBefore)).toBe(0);
  expect(feeFor(sale, LONG_AGO, justBefore)).toBe(170_000);
  expect(feeFor(sale, '2026-12-01T00:00:00.000Z', sale.startsAt)).toBeUndefined();
  expect(feeFor(sale, LONG_AGO, sale.startsAt)).toBeUndefined();
});

const policy = fc.record({
  freeDays: fc.integer({ min: 0, max: 30 }),
  freeUntilDaysBefore: fc.integer({ min: 0, max: 30 }),
  tiers: fc.array(
    fc.record(
      {
        daysBefore: fc.integer({ min: 0, max: 40 }),
        feePercent: fc.double({ min: 0, max: 100, noNaN: true }),
        feePerSeat: fc.integer({ min: 0, max: 100_000 }),
      },
      { requiredKeys: ['daysBefore', 'feePercent'] },
    ),
    { maxLength: 6 },
  ),
});
const zone = fc.constantFrom('Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Pacific/Chatham', 'UTC');
const whole = fc.integer({ min: 0, max: 20_000_000 });
const minutesBefore = fc.integer({ min: -3_000, max: 60_000 });

test('under any policy, fee and refund are whole, add up to the price, and are what the quote said', () => {
  fc.assert(
    fc.property(policy, zone, whole, minutesBefore, (cancellationPolicy, timeZone, amount, minutes) => {
      const sale = { ...saleFor(amount), cancellationPolicy, venue: { name: 'Hall', timeZone } };
      const reservation: Reservation = { ...inStatus.completed, sale };
      const now = new Date(Date.parse(sale.startsAt) - minutes * 60_000).toISOString();
      const quoted = quote(reservation, now);
      const decision = cancel(reservation, now);
      if (!quoted.allowed)
        return expect(decision).toMatchObject({ kind: 'refused', code: 'cancellation-closed' });
      const { fee, refund } = quoted;
      expect(decision).toMatchObject({ state: { cancellation: { fee, refund, requestedAt: now } } });
      expect(fee + refund).toBe(amount);
      expect(Number.isInteger(fee) && fee >= 0 && refund >= 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('each seat is judged by what it cost, and rounded down by itself', () => {
  const prices = [85_005, 170_009, 0, 39_999];
  const lines = prices.map((price, i) => ({
    seatId: `A-1-${i}`,
    tier: 'VIP',
    priceTypeId: 'standard',
    price,
  }));
  const seats = lines.map(({ seatId }) => seatId);
  const amount = prices.reduce((a, b) => a + b);
  const sale = { ...sampleSale, seats, lines, amount };
  expect(feeOnDay(sale, 8)).toBe(8_500 + 17_000 + 0 + 3_999);
  expect(feeOnDay(sale, 20)).toBe(4_000 + 4_000 + 0 + 3_999);
});

const PLACED_AT = '2026-11-21T10:00:00.000Z';
test.each([
  ['in the last minute of that day in Seoul', '2026-11-21T14:59:59.999Z', 0],
  ['the day after, though the seats themselves are free', '2026-11-21T15:00:00.000Z', 4_000],
  ['when the seats cost as well', '2026-12-15T00:00:00.000Z', 34_000 + 4_000],
])('the booking fee comes back on the day of reserving alone: %s', (_when, now, fee) => {
  const sale = { ...sampleSale, bookingFee: 4_000, amount: 344_000 };
  expect(feeFor(sale, PLACED_AT, now)).toBe(fee);
});

test('the theatre cancels: the booking fee comes back, whatever the day', () => {
  const sale = { ...sampleSale, bookingFee: 4_000, amount: 344_000 };
  const decision = cancelInFull({ ...inStatus.completed, sale }, 'performance-cancelled', LONG_AGO);
  expect(decision).toMatchObject({ state: { cancellation: { fee: 0, refund: 344_000 } } });
});

const linesAndFee = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
  .chain((prices) => {
    const lines = prices.map((price, i) => ({ seatId: `A-1-${i}`, tier: 'R', priceTypeId: 'any', price }));
    return fc.record({
      lines: fc.constant(lines),
      feePerSeat: fc.nat({ max: 5_000 }),
      inAnyOrder: fc.shuffledSubarray(lines, { minLength: lines.length }),
      cuts: fc.array(fc.nat({ max: lines.length })),
    });
  });

test('in whatever order and in however many parts, cancelling all seats costs what it costs at once', () => {
  fc.assert(
    fc.property(policy, linesAndFee, minutesBefore, (cancellationPolicy, chosen, minutes) => {
      const { lines, feePerSeat, inAnyOrder, cuts } = chosen;
      const bookingFee = feePerSeat * lines.length;
      const amount = lines.reduce((sum, { price }) => sum + price, bookingFee);
      const seats = lines.map(({ seatId }) => seatId);
      const sale = { ...sampleSale, seats, lines, bookingFee, amount, cancellationPolicy };
      const now = new Date(Date.parse(sale.startsAt) - minutes * 60_000).toISOString();
      const bounds = [0, ...cuts.toSorted((a, b) => a - b), lines.length];
      const parts = bounds.slice(1).map((end, i) => inAnyOrder.slice(bounds[i], end));
      const fees = parts.map((part) => feeFor(sale, LONG_AGO, now, part));
      const atOnce = feeFor(sale, LONG_AGO, now);
      if (atOnce === undefined) return expect(fees.every((fee) => fee === undefined)).toBe(true);
      expect(fees.reduce((sum, fee) => (sum ?? 0) + (fee ?? Number.NaN), 0)).toBe(atOnce);
      expect(atOnce).toBeLessThanOrEqual(amount);
    }),
    { numRuns: 500 },
  );
});
