import { type EventReaction, on } from '../../../../shared/messaging/eventHandler';
import {
  paymentApproved,
  reservationCancelled,
  reservationExpired,
  reservationPlaced,
  reservationRejected,
} from '../../../reservation/contract';
import type { MusicalDeps } from '../../deps';
import { placeReservation } from '../usecases/placeReservation';
import { releaseSeats } from '../usecases/releaseSeats';
import { sellSeats } from '../usecases/sellSeats';

/** What this context does when it hears of something: the whole list. */
export const musicalReactions: readonly EventReaction<MusicalDeps>[] = [
  on(reservationPlaced, placeReservation),
  on(paymentApproved, sellSeats),
  on(reservationRejected, releaseSeats),
  on(reservationExpired, releaseSeats),
  on(reservationCancelled, releaseSeats),
];
