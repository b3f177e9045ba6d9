import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import {
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationMoved,
  reservationRejected,
} from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import { notify } from '../usecases/notify';

/** All that this context does when it hears of something. */
export const notificationReactions: readonly EventReaction<NotificationDeps>[] = [
  on(reservationCompleted, notify),
  on(reservationCancelled, notify),
  on(reservationRejected, notify),
  on(reservationExpired, notify),
  on(reservationMoved, notify),
];
