import { idFor } from '../../../shared/cosmos/idempotency';
import type { Rights } from '../../../shared/http/access';
import type { Answer } from '../../../shared/http/answer';
import { endpoint } from '../../../shared/http/endpoint';
import type { Clock } from '../../../shared/kernel/clock';
import type { ReseatRefusal } from '../../musical/contract';
import { type ProblemCode, problem } from '../../problems';
import { changeReservation } from '../commit/changeReservation';
import type { ReservationDeps } from '../deps';
import { askReseat } from '../domain/reseat.decide';
import type { KeptReseat, Reservation } from '../domain/reservation';
import { waitWhile } from '../usecases/readReservation';
import { askedWith } from './cancellation';
import { reseatBody } from './counterSchemas';
import { reservationView } from './schemas';
import { viewOf } from './view';

/** Musical answers in a moment. */
const ANSWER_MS = 5_000;

export const postReseat = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/reseat',
    summary:
      'Other seats for some of a completed reservation, at its price; for seats of another price the difference is waived',
    auth: 'box-office',
    body: reseatBody,
    audited: ['from', 'to', 'difference', 'fromWithheld'],
    idempotencyKey: 'required',
    isTranslated: true,
    answers: {
      200: { description: 'It has the other seats, and new tickets', body: reservationView },
      202: { description: 'Accepted; it is not known yet whether it gets them', body: reservationView },
    },
    problems: ['wrong-state', 'seat-taken', 'not-on-sale', 'amount-mismatch'],
  },
  async (deps: ReservationDeps, { params, body, caller, idempotencyKey: key, route, waitMs }) => {
    const { reservationId = '' } = params;
    const { customerId } = caller;
    await idFor(deps.idempotency, { customerId, key, route, body }, () => reservationId);
    const askedBy = askedWith(customerId, key) ?? '';
    const command = { ...body, askedBy };
    const { stored } = await changeReservation(deps, reservationId, (r, now) => askReseat(r, command, now));
    const isOpen = (r: Reservation) => r.status === 'completed' && askedAs(r, askedBy)?.status === 'asked';
    const after = await waitWhile(deps, stored.value, isOpen, Math.max(waitMs, ANSWER_MS));
    return answerTo(after, askedAs(after, askedBy), deps.clock, caller);
  },
);

const askedAs = ({ reseats = [] }: Reservation, key: string): KeptReseat | undefined =>
  reseats.find(({ askedBy }) => askedBy === key);

function answerTo(
  reservation: Reservation,
  asked: KeptReseat | undefined,
  clock: Clock,
  caller: Rights,
): Answer {
  if (asked?.refusal !== undefined) throw refusalProblem(asked.refusal);
  return { status: asked?.status === 'done' ? 200 : 202, body: viewOf(reservation, caller, clock) };
}

const codeOf: Readonly<Record<ReseatRefusal['reason'], ProblemCode>> = {
  'seat-taken': 'seat-taken',
  'unknown-seats': 'wrong-state',
  'amount-mismatch': 'amount-mismatch',
  'not-on-sale': 'not-on-sale',
};

const refusalProblem = ({ reason, detail, taken }: ReseatRefusal) =>
  problem(codeOf[reason], detail, taken === undefined ? {} : { taken });
