import type { ToldTerms } from '../../reservation/contract';
import { halfIn } from './halfIn';

/** Amounts are minor units. How many digits a currency has is the language's own knowledge. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
}

/** Date and time as the venue's clock shows them, and the venue. Empty as long as one of them is not known. */
export function formatWhenAndWhere({ startsAt, venue }: ToldTerms, locale: string): string {
  if (startsAt === undefined || venue === undefined) return '';
  const { timeZone, name } = venue;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return `${format.format(new Date(startsAt))}, ${halfIn(name, locale)}`;
}
