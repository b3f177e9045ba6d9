import { minorUnitDigits } from '../../../shared/kernel/currency';
import { remember } from '../../../shared/kernel/remember';
import type { ToldTerms } from '../../reservation/contract';
import { halfIn } from './halfIn';

/** A formatter takes as long to make as a hundred texts. */
const moneyFormat = remember((key) => {
  const [locale, currency = ''] = key.split(' ');
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
});

const timeFormat = remember((key) => {
  const [locale, timeZone] = key.split(' ');
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
});

/** A currency that is none can have been sold in earlier, and is written as most are. */
const digitsOf = (currency: string): number => minorUnitDigits(currency) ?? 2;

/** Amounts are minor units. */
export const formatMoney = (amount: number, currency: string, locale: string): string =>
  moneyFormat(`${locale} ${currency}`).format(amount / 10 ** digitsOf(currency));

/** Date and time as the venue's clock shows them, and the venue. Empty as long as one of them is not known. */
export function formatWhenAndWhere({ startsAt, venue }: ToldTerms, locale: 'ko' | 'en'): string {
  if (startsAt === undefined || venue === undefined) return '';
  const { timeZone, name } = venue;
  return `${timeFormat(`${locale} ${timeZone}`).format(new Date(startsAt))}, ${halfIn(name, locale)}`;
}
