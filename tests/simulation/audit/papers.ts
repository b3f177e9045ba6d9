import { soldSeats } from '../../../functions/reservation/domain/booked';
import { settlementCount } from '../../../functions/reservation/domain/dayMoney';
import { cancellationsOf, isDone, otherwiseOf } from '../../../functions/reservation/domain/parts';
import type { Reservation } from '../../../functions/reservation/domain/reservation';
import { check } from '../violation';

/** Before and after every time (UTC). */
const ALWAYS = { from: '', until: '9' };

/**
 * What the papers say of a settled reservation, all its days together. `price` is what is completed of it, with the fees that
 * are kept.
 */
export function checkPapers(reservation: Reservation, price: number): void {
  const { reservationId: id } = reservation;
  const done = cancellationsOf(reservation).filter(isDone);
  const settlement = settlementCount(ALWAYS);
  settlement.add(reservation);
  const [all] = settlement.items();
  const { captured = 0, refunded = 0, fees = 0, settledOtherwise = 0 } = all ?? {};
  const kept = all === undefined ? 0 : done.reduce((sum, { fee }) => sum + fee, 0);
  check(
    captured - refunded - settledOtherwise === price &&
      settledOtherwise === otherwiseOf(done) &&
      fees === kept,
    'settlement',
    id,
    () =>
      `${id}: ${captured} - ${refunded} - ${settledOtherwise} with ${fees} of fees, it is ${price} with ${kept}`,
  );
  const net = soldSeats(reservation).reduce((sum, { gross, refunded: back }) => sum + gross - back, 0);
  check(net === price, 'sales', id, () => `the seats of ${id} have sold for ${net}, it is ${price}`);
}
