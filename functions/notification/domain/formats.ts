import { minorUnitDigits } from '../../../shared/kernel/currency';
import type { ToldTerms } from '../../reservation/contract';

/** Amounts are minor units. A currency that is none can have been sold in earlier, and is written as most are. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = minorUnitDigits(currency) ?? 2;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount / 10 ** digits);
}

/** Date and time as the venue's clock shows them, and the venue. Empty as long as one of them is not known. */
export function formatWhenAndWhere({ startsAt, venue }: ToldTerms, locale: string): string {
  if (startsAt === undefined || venue === undefined) return '';
  const { timeZone, name } = venue;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return `${format.format(new Date(startsAt))}, ${name}`;
}
