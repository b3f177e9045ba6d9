import type { Performance } from '../../catalogue/domain/performance';
import { priceIn } from '../../catalogue/domain/prices';
import { findSeat, sectionIdOf } from '../../catalogue/domain/seatingPlan';
import { type Allocation, isOver } from './allocation';
import type { ReseatRefusal } from './reseatAnswer';
import { linesOf } from './saleLine';
import { planTaking, type SeatsAsRead, type TakingPlan } from './takeSeats.decide';
import { planFromWithheld } from './withheld.decide';

/** Other seats for some of a sold allocation's, as many. Its number is one of those that cancellations have too. */
export type Reseat = {
  readonly n: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The customer keeps the price, whatever the other seats cost. */
  readonly difference?: 'waive' | undefined;
  readonly fromWithheld?: true | undefined;
};

/** One batch: the claims of the seats, those who lose them, and the allocation itself as it is then. */
export type ReseatPlan = Omit<TakingPlan, 'allocation'> & { readonly reseated: Allocation };

type House = Pick<Performance, 'sections' | 'priceTiers' | 'status'>;

/** How the seats are changed, by the seat rule, or why not. What was read of who is in the way has to be so still. */
export function planReseat(
  own: Allocation,
  reseat: Reseat,
  house: House,
  found: SeatsAsRead,
  now: string,
): ReseatPlan | ReseatRefusal {
  const objection = objectionTo(own, reseat, house);
  if (objection !== undefined) return objection;
  const other = { ...own, seats: reseat.to };
  const planned = reseat.fromWithheld
    ? planFromWithheld(other, found)
    : planTaking(other, (seatId) => sectionIdOf(house.sections, seatId), found, now);
  if ('notWithheld' in planned)
    return { reason: 'unknown-seats', detail: `Not withheld: ${planned.notWithheld.join(', ')}.` };
  if ('taken' in planned)
    return {
      reason: 'seat-taken',
      detail: `Taken: ${planned.taken.join(', ')}.`,
      taken: [...planned.taken],
    };
  const { allocation, ...batch } = planned.plan;
  return { ...batch, reseated: reseated(own, reseat, allocation.turns, house) };
}

type Objection = (own: Allocation, reseat: Reseat, house: House) => ReseatRefusal | undefined;

const isSold: Objection = (own, _reseat, { status }) =>
  isOver(own) || status === 'cancelled'
    ? { reason: 'not-on-sale', detail: 'Its seats are no longer sold.' }
    : undefined;

const hasSeats: Objection = ({ seats }, { from, to }, { sections }) => {
  const unknown = [
    ...from.filter((seatId) => !seats.includes(seatId)),
    ...to.filter((seatId) => findSeat(sections, seatId) === undefined),
  ];
  return unknown.length === 0
    ? undefined
    : { reason: 'unknown-seats', detail: `There are no such seats: ${unknown.join(', ')}.` };
};

const costsTheSame: Objection = (own, { from, to, difference }, { sections, priceTiers }) => {
  const tierOf = (seatId: string) => findSeat(sections, seatId)?.tier ?? '';
  const before = new Map(linesOf(own).map(({ seatId, tier }) => [seatId, tier || tierOf(seatId)]));
  const isDearer = from.some(
    (seatId, i) => priceIn(priceTiers, before.get(seatId) ?? '') !== priceIn(priceTiers, tierOf(to[i] ?? '')),
  );
  return isDearer && difference !== 'waive'
    ? {
        reason: 'amount-mismatch',
        detail: 'These seats have another price. Waive the difference, if you mean it.',
      }
    : undefined;
};

const objectionTo: Objection = (...asked) => isSold(...asked) ?? hasSeats(...asked) ?? costsTheSame(...asked);

/** Each seat in the place of the one it is for, at that one's price. The seats that are left are returned. */
function reseated(
  own: Allocation,
  { n, from, to }: Reseat,
  newTurns: readonly number[],
  { sections }: House,
): Allocation {
  const { seats, turns, lines, returned = [], answers = [] } = own;
  const placeOf = new Map(from.map((seatId, i) => [seatId, i]));
  const tierOf = (seatId: string) => findSeat(sections, seatId)?.tier ?? '';
  const other = (seatId: string) => to[placeOf.get(seatId) ?? -1] ?? seatId;
  return {
    ...own,
    seats: seats.map(other),
    turns: seats.map((seatId, i) => newTurns[placeOf.get(seatId) ?? -1] ?? turns[i] ?? 0),
    ...(lines === undefined
      ? {}
      : {
          lines: lines.map((line) =>
            placeOf.has(line.seatId)
              ? { ...line, seatId: other(line.seatId), tier: tierOf(other(line.seatId)) }
              : line,
          ),
        }),
    returned: [...returned, ...from.map((seatId) => ({ seatId, turn: turns[seats.indexOf(seatId)] ?? 0 }))],
    answers: [
      ...answers,
      { n, seats: [...from], to: to.map((seatId) => ({ seatId, tier: tierOf(seatId) })) },
    ],
  };
}

/** The refusal is its answer for ever. */
export const withRefusal = (own: Allocation, { n }: Reseat, refusal: ReseatRefusal): Allocation => ({
  ...own,
  answers: [...(own.answers ?? []), { n, seats: [], refusal }],
});
