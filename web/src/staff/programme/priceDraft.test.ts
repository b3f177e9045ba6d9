import type { Performance } from '../../api/types';
import { priceFieldsOf, pricesOf, runFieldsOf, writtenFields } from './priceDraft';

const PERFORMANCE = {
  performanceId: 'p1',
  musicalId: 'm1',
  title: '등',
  venue: { name: '마키', timeZone: 'Asia/Seoul' },
  status: 'scheduled',
  capacity: 2,
  plan: 'abc',
  startsAt: '2026-12-11T10:30:00Z',
  salesOpenAt: '2026-12-01T00:00:00Z',
  currency: 'KRW',
  priceTiers: { R: { price: 100_000 } },
  priceTypes: [{ priceTypeId: 'child', name: { ko: '어린이', en: 'Child' }, tiers: ['R'], percentOff: 30 }],
  bookingFeePerSeat: 2_000,
  maxSeatsPerReservation: 8,
  cancellationPolicy: {
    freeDays: 7,
    freeUntilDaysBefore: 10,
    tiers: [{ daysBefore: 1, feePercent: 10, feePerSeat: 4_000 }],
  },
  sections: [{ sectionId: 'A', kind: 'seated', tier: 'R', rows: [{ row: '1', seats: 2 }] }],
} as unknown as Performance;

test('what is not changed is written back as it was', () => {
  const fields = writtenFields(PERFORMANCE);
  expect({ ...fields, ...priceFieldsOf(pricesOf(fields)) }).toEqual(fields);
  expect(Object.keys(fields)).not.toContain('capacity');
});

test('one in the house of a venue names the venue alone', () => {
  const fields = writtenFields({ ...PERFORMANCE, venueId: 'v1', tiers: { A: 'R' } });
  expect(fields).toMatchObject({ venueId: 'v1', tiers: { A: 'R' } });
  expect(fields.sections).toBeUndefined();
});

test('a run has house and prices in common, and no time', () => {
  const fields = runFieldsOf(PERFORMANCE);
  expect(fields).toMatchObject({ currency: 'KRW', bookingFeePerSeat: 2_000, sections: PERFORMANCE.sections });
  expect(Object.keys(fields).filter((name) => name.endsWith('At'))).toEqual([]);
});

test('a fee that is no amount is not sent', () => {
  expect(priceFieldsOf({ ...pricesOf(PERFORMANCE), fee: 'free' })).toBeUndefined();
});

test('terms that are not whole are not sent, and without any the usual ones hold', () => {
  const draft = pricesOf(PERFORMANCE);
  const { policy } = draft;
  expect(priceFieldsOf({ ...draft, policy: policy && { ...policy, freeDays: '' } })).toBeUndefined();
  expect(priceFieldsOf({ ...draft, policy: undefined })).not.toHaveProperty('cancellationPolicy');
});
