import { inStatus } from '../../../tests/samples/reservation';
import { viewOf } from './view';

test.each(Object.values(inStatus))(
  'a reservation can be shown, its payment without the keys: %#',
  (reservation) => {
    const view = viewOf(reservation, { isAdmin: false });
    expect(view).toMatchObject({ status: reservation.status, reservationId: reservation.reservationId });
    expect(view.customerId).toBeUndefined();
    expect(view.payment ?? {}).not.toHaveProperty('paymentKey');
  },
);
