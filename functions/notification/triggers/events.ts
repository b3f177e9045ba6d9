import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import {
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationRejected,
} from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import { notify } from '../usecases/notify';

/** What this context does when it hears of something: the whole list. */
export const notificationReactions: readonly EventReaction<NotificationDeps>[] = [
  on(reservationCompleted, notify),
  on(reservationCancelled, notify),
  on(reservationRejected, notify),
  on(reservationExpired, notify),
];
