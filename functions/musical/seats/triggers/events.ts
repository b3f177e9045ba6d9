import { type EventReaction, on } from '../../../../shared/messaging/eventHandler';
import {
  erasureAsked,
  erasureLifted,
  paymentApproved,
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
import { releaseSeats } from '../usecases/releaseSeats';
import { reserveSeats } from '../usecases/reserveSeats';
import { returnSeats } from '../usecases/returnSeats';
import { sellSeats } from '../usecases/sellSeats';

/** Everything that this context does when it hears of something. */
export const musicalReactions: readonly EventReaction<MusicalDeps>[] = [
  on(reservationPlaced, reserveSeats),
  on(paymentApproved, sellSeats),
  on(reservationReduced, returnSeats),
  on(reservationRejected, releaseSeats),
  on(reservationExpired, releaseSeats),
  on(reservationCancelled, releaseSeats),
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, liftErasure),
  on(reservationMoved, hearMoved),
];
