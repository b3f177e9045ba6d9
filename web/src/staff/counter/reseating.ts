import type { Reservation } from '../../api/types';
import type { ReseatBody } from '../types';

/** The seats that are not being cancelled already. */
export const seatsLeft = ({
  seats,
  cancellations,
}: Pick<Reservation, 'seats' | 'cancellations'>): string[] => {
  const going = new Set(cancellations.flatMap((one) => (one.status === 'accepted' ? one.seats : [])));
  return seats.filter((seatId) => !going.has(seatId));
};

/** Which seats are given up for which, pair by pair as they were chosen. */
export const pairsOf = (
  from: readonly string[],
  to: readonly string[],
): readonly { readonly from: string; readonly to: string | undefined }[] =>
  from.map((seatId, index) => ({ from: seatId, to: to[index] }));

type Priced = { readonly seatId: string; readonly tier: string };

/** Whether some of the new seats cost otherwise than those they are for, by their tiers' prices. */
export function hasDifference(
  from: readonly Priced[],
  to: readonly Priced[],
  priceOf: ReadonlyMap<string, number>,
): boolean {
  return from.some(({ tier }, index) => {
    const other = to[index];
    return other !== undefined && priceOf.get(tier) !== priceOf.get(other.tier);
  });
}

export const reseatBodyOf = (
  from: readonly string[],
  to: readonly string[],
  waives: boolean,
  isWithheld: boolean,
): ReseatBody => ({
  from: [...from],
  to: [...to],
  ...(waives ? { difference: 'waive' } : {}),
  ...(isWithheld ? { fromWithheld: true } : {}),
});
