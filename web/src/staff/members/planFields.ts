import type { MembershipPlan } from '../../api/types';
import { minorUnits, typedAmount } from '../programme/prices';

/** As they are written into the form. The fee is in whole units of its currency. */
export type Written = {
  readonly name: string;
  readonly fee: string;
  readonly currency: string;
  readonly presale: boolean;
  readonly percentOff: string;
};

const MAX_FEE = 1_000_000_000;

export const writtenOf = (plan: MembershipPlan | undefined): Written => ({
  name: plan?.name ?? '',
  fee: plan === undefined ? '' : typedAmount(plan.monthlyFee, plan.currency),
  currency: plan?.currency ?? 'KRW',
  presale: plan?.benefits.presale ?? false,
  percentOff: plan?.benefits.percentOff?.toString() ?? '',
});

const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text.trim());

/** What of it cannot be saved so. */
export function faultsOf({ name, fee, currency, percentOff }: Written): readonly (keyof Written)[] {
  const amount = minorUnits(fee, currency.trim()) ?? 0;
  const percent = percentOff.trim();
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(amount >= 1 && amount <= MAX_FEE ? [] : (['fee'] as const)),
    ...(isCurrency(currency) ? [] : (['currency'] as const)),
    ...(percent === '' || /^([1-9]\d?|100)$/.test(percent) ? [] : (['percentOff'] as const)),
  ];
}

/** As the API takes it. Only what has no fault is sent. */
export const bodyOf = ({ name, fee, currency, presale, percentOff }: Written) => ({
  name: name.trim(),
  monthlyFee: minorUnits(fee, currency.trim()) ?? 0,
  currency: currency.trim(),
  benefits: {
    ...(presale ? { presale } : {}),
    ...(percentOff.trim() === '' ? {} : { percentOff: Number(percentOff) }),
  },
});
