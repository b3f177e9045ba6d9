import { type EventReaction, on } from '../../../../shared/messaging/eventHandler';
import {
  billIssued,
  billOverdue,
  billPaid,
  billPaymentCancelled,
  membershipEnded,
  membershipStarted,
} from '../../../membership/contract';
import {
  erasureAsked,
  erasureLifted,
  paymentApproved,
  reseatAsked,
  reservationCancelled,
  reservationExpired,
  reservationMoved,
  reservationPlaced,
  reservationReduced,
  reservationRejected,
} from '../../../reservation/contract';
import type { MusicalDeps } from '../../deps';
import { eraseCustomer, liftErasure } from '../usecases/eraseCustomer';
import { hearMoved } from '../usecases/hearMoved';
import { hearStanding } from '../usecases/hearStanding';
import { releaseSeats } from '../usecases/releaseSeats';
import { reseatSeats } from '../usecases/reseatSeats';
import { reserveSeats } from '../usecases/reserveSeats';
import { returnSeats } from '../usecases/returnSeats';
import { sellSeats } from '../usecases/sellSeats';

/** Everything that this context does when it hears of something. */
export const musicalReactions: readonly EventReaction<MusicalDeps>[] = [
  on(reservationPlaced, reserveSeats),
  on(paymentApproved, sellSeats),
  on(reservationReduced, returnSeats),
  on(reseatAsked, reseatSeats),
  on(reservationRejected, releaseSeats),
  on(reservationExpired, releaseSeats),
  on(reservationCancelled, releaseSeats),
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, liftErasure),
  on(reservationMoved, hearMoved),
  on(membershipStarted, hearStanding),
  on(membershipEnded, hearStanding),
  on(billIssued, hearStanding),
  on(billPaid, hearStanding),
  on(billPaymentCancelled, hearStanding),
  on(billOverdue, hearStanding),
];
