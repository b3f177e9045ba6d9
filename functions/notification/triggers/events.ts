import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import { ticketsIssued } from '../../admission/contract';
import { itemLent, loanOverdue, loanReturned, outOfStock } from '../../lending/contract';
import {
  billIssued,
  billOverdue,
  billPaid,
  billPaymentCancelled,
  membershipEnded,
  membershipStarted,
} from '../../membership/contract';
import {
  cancellationPutBack,
  erasureAsked,
  erasureLifted,
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationMoved,
  reservationReduced,
  reservationRejected,
  reservationReseated,
  reservationRevoked,
} from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import { eraseCustomer } from '../usecases/eraseCustomer';
import { hearTickets, notify, tellLoan, tellMember, tellNotErased } from '../usecases/notify';

/** All that this context does when it hears of something. */
export const notificationReactions: readonly EventReaction<NotificationDeps>[] = [
  on(reservationCompleted, notify),
  on(reservationCancelled, notify),
  on(reservationRejected, notify),
  on(reservationExpired, notify),
  on(ticketsIssued, hearTickets),
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, tellNotErased),
  on(reservationMoved, notify),
  on(reservationRevoked, notify),
  on(reservationReduced, notify),
  on(reservationReseated, notify),
  on(cancellationPutBack, notify),
  on(itemLent, tellLoan),
  on(outOfStock, tellLoan),
  on(loanReturned, tellLoan),
  on(loanOverdue, tellLoan),
  on(membershipStarted, tellMember),
  on(membershipEnded, tellMember),
  on(billIssued, tellMember),
  on(billPaid, tellMember),
  on(billPaymentCancelled, tellMember),
  on(billOverdue, tellMember),
];
