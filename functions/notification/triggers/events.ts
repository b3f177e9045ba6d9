import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import {
  erasureAsked,
  erasureLifted,
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationMoved,
  reservationRejected,
  reservationRevoked,
} from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import { eraseCustomer } from '../usecases/eraseCustomer';
import { notify, tellNotErased } from '../usecases/notify';

/** All that this context does when it hears of something. */
export const notificationReactions: readonly EventReaction<NotificationDeps>[] = [
  on(reservationCompleted, notify),
  on(reservationCancelled, notify),
  on(reservationRejected, notify),
  on(reservationExpired, notify),
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, tellNotErased),
  on(reservationMoved, notify),
  on(reservationRevoked, notify),
];
