import type { Plan, SeatMap } from '../../api/types';
import type { Choice } from '../../purchase/choice';
import { chosen, type PriceTypesChosen, STANDARD } from '../../purchase/priceTypes';
import { seatRequestFor } from '../../purchase/seatRequest';
import { priced } from '../../seats/priced';
import type { Offer } from '../house/marks';
import type { CounterSaleBody } from '../types';

export const METHODS = ['cash', 'card-terminal', 'complimentary'] as const;
export type Method = (typeof METHODS)[number];

/** Who buys, how they pay, and who of them pays less. Standing places have one price type a section. */
export type Draft = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly method: Method | undefined;
  readonly reference: string;
  readonly priceTypes: PriceTypesChosen;
};

export const EMPTY: Draft = {
  name: '',
  email: '',
  phone: '',
  method: undefined,
  reference: '',
  priceTypes: {},
};

/** What a seat, or so many standing places of a section, cost together. */
export type SaleLine = {
  readonly id: string;
  readonly kind: 'seat' | 'standing';
  readonly places: number;
  readonly tier: string;
  readonly price: number;
};

export type Terms = Pick<Plan, 'priceTypes' | 'bookingFeePerSeat'>;
type Sections = SeatMap['sections'];

/** What the sale costs as the server will count it. What is complimentary costs nothing, its fee neither. */
export function costOf(choice: Choice, sections: Sections, terms: Terms, draft: Draft) {
  const lines = linesOf(choice, sections);
  const { bookingFeePerSeat = 0, priceTypes } = terms;
  const each = lines.flatMap(({ id, places, tier, price }) =>
    Array.from({ length: places }, () => ({ seatId: id, tier, price, priceTypeId: STANDARD })),
  );
  const bookingFee = bookingFeePerSeat * each.length;
  const offer = { lines: each, bookingFee, ...(priceTypes === undefined ? {} : { priceTypes }) };
  const sold = chosen(offer, draft.priceTypes);
  const priceOf = (id: string) =>
    sold.lines.reduce((sum, line) => sum + (line.seatId === id ? line.price : 0), 0);
  const isFree = draft.method === 'complimentary';
  return {
    lines: lines.map((line): SaleLine => ({ ...line, price: isFree ? 0 : priceOf(line.id) })),
    bookingFee: isFree ? 0 : bookingFee,
    amount: isFree ? 0 : sold.amount,
    places: each.length,
  };
}

function linesOf({ seats, standing }: Choice, sections: Sections): SaleLine[] {
  const named = new Map(
    sections.flatMap((section) => section.seats.map((seat) => [seat.seatId, priced(section, seat)])),
  );
  return [
    ...seats.flatMap((id): SaleLine[] => {
      const seat = named.get(id);
      return seat === undefined
        ? []
        : [{ id, kind: 'seat', places: 1, tier: seat.tier, price: seat.price ?? 0 }];
    }),
    ...Object.entries(standing).flatMap(([id, places]): SaleLine[] => {
      const section = sections.find(({ sectionId }) => sectionId === id);
      return section === undefined
        ? []
        : [{ id, kind: 'standing', places, tier: section.tier, price: section.price }];
    }),
  ];
}

/** What the sale is asked for. Standing places alone go by number, all else by name, as at a hold. */
export function saleBodyOf(
  performanceId: string,
  choice: Choice,
  sections: Sections,
  offer: Offer,
  draft: Draft,
): CounterSaleBody {
  const request = seatRequestFor(choice, sections);
  // What is withheld is sold seat by seat.
  const seats =
    'quantity' in request && offer === 'withheld'
      ? { seats: freeIn(sections, request.sectionId).slice(0, request.quantity) }
      : request;
  const priceTypes = priceTypesFor(seats, choice, sections, draft.priceTypes);
  const { name, email, phone, method = 'cash', reference } = draft;
  return {
    performanceId,
    ...seats,
    ...(Object.keys(priceTypes).length === 0 ? {} : { priceTypes }),
    ...(offer === 'withheld' ? { fromWithheld: true } : {}),
    customer: { name: name.trim(), ...given({ email, phone }) },
    payment: { method, ...given({ reference }) },
  };
}

/** What was filled in. */
const given = <Fields extends Readonly<Record<string, string>>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  ) as Partial<Fields>;

const freeIn = (sections: Sections, sectionId: string): string[] =>
  (sections.find((section) => section.sectionId === sectionId)?.seats ?? [])
    .filter(({ status }) => status === 'available')
    .map(({ seatId }) => seatId);

function priceTypesFor(
  request: ReturnType<typeof seatRequestFor>,
  { standing }: Choice,
  sections: Sections,
  types: PriceTypesChosen,
): Record<string, string | number> {
  if ('quantity' in request) {
    const type = types[request.sectionId];
    return type === undefined ? {} : { [type]: request.quantity };
  }
  const sectionOf = new Map(
    sections.flatMap(({ sectionId, seats }) => seats.map(({ seatId }) => [seatId, sectionId])),
  );
  return Object.fromEntries(
    request.seats.flatMap((seatId) => {
      const section = sectionOf.get(seatId) ?? '';
      const type = types[standing[section] === undefined ? seatId : section];
      return type === undefined ? [] : [[seatId, type]];
    }),
  );
}
