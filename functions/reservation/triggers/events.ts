import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import { ticketsAdmitted, ticketsIssued, ticketsVoided } from '../../admission/contract';
import {
  performanceMoved,
  reseatRefused,
  seatAlreadySold,
  seatsHeld,
  seatsRefused,
  seatsReleased,
  seatsReseated,
  seatsRevoked,
  seatsSold,
  seatsSoldOut,
} from '../../musical/contract';
import { erasureAnswered, paymentNoticed } from '../contract';
import type { ReservationDeps } from '../deps';
import { hearErasureAnswered } from '../usecases/eraseCustomer';
import { hearReseatRefused, hearSeatsReseated } from '../usecases/hearOfReseat';
import * as hear from '../usecases/hearOfSeats';
import { hearTicketsAdmitted, hearTicketsIssued, hearTicketsVoided } from '../usecases/hearOfTickets';
import { hearPaymentNoticed } from '../usecases/hearPaymentNoticed';

/** All that this context does when it hears of something. */
export const reservationReactions: readonly EventReaction<ReservationDeps>[] = [
  on(seatsHeld, hear.hearSeatsHeld),
  on(seatAlreadySold, hear.hearSeatAlreadySold),
  on(seatsSoldOut, hear.hearSeatsSoldOut),
  on(seatsRefused, hear.hearSeatsRefused),
  on(seatsSold, hear.hearSeatsSold),
  on(seatsRevoked, hear.hearSeatsRevoked),
  on(performanceMoved, hear.hearPerformanceMoved),
  on(seatsReleased, hear.hearSeatsReleased),
  on(seatsReseated, hearSeatsReseated),
  on(reseatRefused, hearReseatRefused),
  on(erasureAnswered, hearErasureAnswered),
  on(paymentNoticed, hearPaymentNoticed),
  on(ticketsIssued, hearTicketsIssued),
  on(ticketsVoided, hearTicketsVoided),
  on(ticketsAdmitted, hearTicketsAdmitted),
];
