import { useTexts } from '../texts';
import { dayAndTime } from '../texts/format';
import type { SaleState } from './saleState';

type Opening = Extract<SaleState, { status: 'opens' }>;

/** When the sale opens, and for members before. */
export function Opens({
  state: { at, presaleAt },
  timeZone,
}: {
  readonly state: Opening;
  readonly timeZone: string;
}) {
  const t = useTexts().programme;
  const opens = t.opens(dayAndTime(at, timeZone));
  return presaleAt === undefined ? opens : `${opens} · ${t.presaleOpens(dayAndTime(presaleAt, timeZone))}`;
}

/** In a line what a buyer can do now. */
export function SaleLine(props: { readonly state: SaleState | undefined; readonly timeZone: string }) {
  const t = useTexts().programme;
  switch (props.state?.status) {
    case undefined:
      return t.noDates;
    case 'on-sale':
      return t.onSale;
    case 'presale':
      return t.presale(dayAndTime(props.state.at, props.timeZone));
    case 'opens':
      return <Opens state={props.state} timeZone={props.timeZone} />;
    case 'closed':
      return t.closed;
    case 'cancelled':
      return t.cancelled;
    default:
      return props.state satisfies never;
  }
}
