import { useTexts } from '../texts';
import { dayAndTime } from '../texts/format';
import type { SaleState } from './saleState';

/** In a line what a buyer can do now. */
export function SaleLine(props: { readonly state: SaleState | undefined; readonly timeZone: string }) {
  const t = useTexts().programme;
  switch (props.state?.status) {
    case undefined:
      return t.noDates;
    case 'on-sale':
      return t.onSale;
    case 'opens':
      return t.opens(dayAndTime(props.state.at, props.timeZone));
    case 'closed':
      return t.closed;
    case 'cancelled':
      return t.cancelled;
    default:
      return props.state satisfies never;
  }
}
