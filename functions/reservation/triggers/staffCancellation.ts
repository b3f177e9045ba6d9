import { idFor } from '../../../shared/cosmos/idempotency';
import { endpoint } from '../../../shared/http/endpoint';
import { changeReservation } from '../commit/changeReservation';
import type { ReservationDeps } from '../deps';
import { cancelByStaff, settleCancellation } from '../domain/settlement.decide';
import { refundIfOwed } from '../payment/refund';
import { afterDoor } from './cancellation';
import { reservationView, settlementBody, staffCancellationBody } from './schemas';
import { viewOf } from './view';

const answers = {
  202: { description: 'Accepted; what is owed is under way, or settled otherwise', body: reservationView },
};

export const postStaffCancellation = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/cancellation',
    summary:
      'Cancel beyond the terms: all is refunded, what the terms say, or nothing; or it is paid back otherwise',
    auth: 'box-office',
    body: staffCancellationBody,
    idempotencyKey: 'required',
    answers,
    problems: ['cancellation-closed', 'ticket-admitted', 'wrong-state'],
  },
  async (deps: ReservationDeps, { params, body, caller, idempotencyKey: key, route, waitMs }) => {
    const { reservationId = '' } = params;
    const { customerId } = caller;
    await idFor(deps.idempotency, { customerId, key, route, body }, () => reservationId);
    const { stored } = await changeReservation(deps, reservationId, (r, now) => cancelByStaff(r, body, now));
    const { value: accepted } = await refundIfOwed(deps, stored);
    return { status: 202, body: viewOf(await afterDoor(deps, accepted, waitMs), caller, deps.clock) };
  },
);

export const postSettlement = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/cancellations/{n}/settlement',
    summary: 'What this cancellation owes is paid back otherwise; no refund is asked for any more',
    auth: 'box-office',
    body: settlementBody,
    answers,
    problems: ['wrong-state'],
  },
  async (deps: ReservationDeps, { params: { reservationId = '', n = '' }, body, caller }) => {
    const { stored } = await changeReservation(deps, reservationId, (r, now) =>
      settleCancellation(r, n, body.note, now),
    );
    const after = await refundIfOwed(deps, stored);
    return { status: 202, body: viewOf(after.value, caller, deps.clock) };
  },
);
