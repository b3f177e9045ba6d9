import { type FeeTerms, feeTable } from './fees';

/** As Korean theatres do. */
const policy = {
  freeDays: 7,
  freeUntilDaysBefore: 10,
  tiers: [
    { daysBefore: 10, feePercent: 10, feePerSeat: 4_000 },
    { daysBefore: 7, feePercent: 10 },
    { daysBefore: 3, feePercent: 20 },
    { daysBefore: 1, feePercent: 30 },
  ],
};
const terms: FeeTerms = {
  policy,
  prices: [170_000, 170_000],
  placedAt: '2026-11-20T10:00:00.000Z',
  startsAt: '2026-12-24T10:30:00.000Z',
  timeZone: 'Asia/Seoul',
};
const at = (iso: string, changed: Partial<FeeTerms> = {}) =>
  feeTable({ ...terms, ...changed }, Date.parse(iso));

test('bought early: a free week to the minute, then each fee in won with its real dates', () => {
  expect(at('2026-11-20T10:05:00Z')).toEqual([
    { kind: 'free', until: '2026-11-27T10:00:00.000Z', isMoment: true },
    { kind: 'fee', until: '2026-12-14', fee: 8_000, percent: 10 },
    { kind: 'fee', from: '2026-12-15', until: '2026-12-17', fee: 34_000, percent: 10 },
    { kind: 'fee', from: '2026-12-18', until: '2026-12-21', fee: 68_000, percent: 20 },
    { kind: 'fee', from: '2026-12-22', until: '2026-12-23', fee: 102_000, percent: 30 },
    { kind: 'closed', from: '2026-12-24' },
  ]);
});

test('bought twelve days before: free only until the tenth day before, and the fixed fee is never reached', () => {
  const [free, fee] = at('2026-12-12T03:00:00Z', { placedAt: '2026-12-12T02:00:00.000Z' });
  expect(free).toEqual({ kind: 'free', until: '2026-12-14', isMoment: false });
  expect(fee).toEqual({ kind: 'fee', from: '2026-12-15', until: '2026-12-17', fee: 34_000, percent: 10 });
});

test('bought two days before: the first line is the fee of today', () => {
  expect(at('2026-12-22T03:00:00Z', { placedAt: '2026-12-22T02:00:00.000Z' })).toEqual([
    { kind: 'fee', until: '2026-12-23', fee: 102_000, percent: 30 },
    { kind: 'closed', from: '2026-12-24' },
  ]);
});

test('on the day it is closed', () => {
  expect(at('2026-12-24T03:00:00Z')).toEqual([{ kind: 'closed', from: '2026-12-24' }]);
});

test('the days are those of the venue’s calendar', () => {
  // In Seoul it is the 15th already.
  expect(at('2026-12-14T15:30:00Z')[0]).toMatchObject({ until: '2026-12-17', fee: 34_000 });
  expect(at('2026-12-14T15:30:00Z', { timeZone: 'Europe/London' })[0]).toMatchObject({ until: '2026-12-14' });
});

test('a policy that reaches the day itself ends when it begins', () => {
  const onTheDay = { ...policy, tiers: [{ daysBefore: 0, feePercent: 50 }] };
  expect(at('2026-12-24T03:00:00Z', { policy: onTheDay })).toEqual([
    { kind: 'fee', until: '2026-12-24', fee: 170_000, percent: 50 },
    { kind: 'closed', from: 'start' },
  ]);
});

test('the fixed fee is at most the percentage, seat by seat', () => {
  const [, fee] = at('2026-11-20T10:05:00Z', { prices: [39_999, 20_000] });
  expect(fee).toMatchObject({ fee: 5_999 });
});

test('once it was moved it is free until it begins, whatever the policy says', () => {
  expect(at('2026-12-23T10:05:00Z', { isMoved: true })).toEqual([
    { kind: 'free', until: terms.startsAt, isMoment: true },
    { kind: 'closed', from: 'start' },
  ]);
});
