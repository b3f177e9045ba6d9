import { idFor } from '../../../shared/cosmos/idempotency';
import { endpoint } from '../../../shared/http/endpoint';
import { problem } from '../../problems';
import { changeReservation } from '../commit/changeReservation';
import type { ReservationDeps } from '../deps';
import { cancelByStaff, type StaffCancellation, settleCancellation } from '../domain/settlement.decide';
import { refundIfOwed } from '../payment/refund';
import { afterDoor, askedWith } from './cancellation';
import { reservationView, settlementBody, staffCancellationBody } from './schemas';
import { viewOf } from './view';

const answers = {
  202: { description: 'Accepted; what is owed is under way, or settled otherwise', body: reservationView },
};

/** What the box office may not do, because the terms do not. */
const isBeyondTerms = ({ refund, evenIfAdmitted }: StaffCancellation): boolean =>
  refund !== 'policy' || evenIfAdmitted === true;

const ofAdmin = () =>
  problem(
    'forbidden',
    'Beyond the terms an admin cancels. Send the refund "policy", and leave evenIfAdmitted out.',
  );

export const postStaffCancellation = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/cancellation',
    summary:
      'Cancel all or these seats by the terms; for an admin beyond them, with all refunded or nothing, or also who was let in',
    auth: 'box-office',
    body: staffCancellationBody,
    audited: ['refund', 'seats', 'evenIfAdmitted'],
    idempotencyKey: 'required',
    isTranslated: true,
    answers,
    problems: ['cancellation-closed', 'ticket-admitted', 'wrong-state'],
  },
  async (deps: ReservationDeps, { params, body, caller, idempotencyKey: key, route, waitMs }) => {
    const { reservationId = '' } = params;
    const { customerId } = caller;
    if (!caller.isAdmin && isBeyondTerms(body)) throw ofAdmin();
    await idFor(deps.idempotency, { customerId, key, route, body }, () => reservationId);
    const askedBy = askedWith(customerId, key);
    const command = { ...body, askedBy };
    const { stored } = await changeReservation(deps, reservationId, (r, now) =>
      cancelByStaff(r, command, now),
    );
    const { value: accepted } = await refundIfOwed(deps, stored);
    return {
      status: 202,
      body: viewOf(await afterDoor(deps, accepted, waitMs, askedBy), caller, deps.clock),
    };
  },
);

export const postSettlement = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/cancellations/{n}/settlement',
    summary: 'What this cancellation owes is paid back otherwise; no refund is asked for any more',
    auth: 'box-office',
    body: settlementBody,
    isTranslated: true,
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
