import { BLANK_POLICY, policyDraft, policyOf } from './policy';

const USUAL = {
  freeDays: 7,
  freeUntilDaysBefore: 10,
  tiers: [
    { daysBefore: 10, feePercent: 10, feePerSeat: 4_000 },
    { daysBefore: 1, feePercent: 12.5 },
  ],
};

test.each(['KRW', 'EUR'])('terms are sent again as they were, in %s', (currency) => {
  expect(policyOf(policyDraft(USUAL, currency), currency)).toEqual(USUAL);
});

test.each([
  ['freeDays', ''],
  ['freeDays', '1.5'],
  ['freeUntilDaysBefore', '366'],
])('%s of “%s” is not sent', (name, typed) => {
  expect(policyOf({ ...policyDraft(USUAL, 'KRW'), [name]: typed }, 'KRW')).toBeUndefined();
});

test.each([
  ['daysBefore', '-1'],
  ['percent', '101'],
  ['percent', ''],
  ['perSeat', 'free'],
])('a line with %s of “%s” is not sent', (name, typed) => {
  const [first, ...others] = policyDraft(USUAL, 'KRW').tiers;
  const tiers = [{ ...(first ?? BLANK_POLICY.tiers[0]), [name]: typed }, ...others];
  expect(policyOf({ ...policyDraft(USUAL, 'KRW'), tiers: tiers as never }, 'KRW')).toBeUndefined();
});
