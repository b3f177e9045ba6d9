import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import {
  cancellationAccepted,
  reservationCancelled,
  reservationCompleted,
  reservationReduced,
  reservationReseated,
} from '../../reservation/contract';
import type { AdmissionDeps } from '../deps';
import * as hear from '../usecases/hearOfReservation';

/** All that this context does when it hears of something. */
export const admissionReactions: readonly EventReaction<AdmissionDeps>[] = [
  on(reservationCompleted, hear.hearCompleted),
  on(reservationReseated, hear.hearCompleted),
  on(cancellationAccepted, hear.hearCancellationAccepted),
  on(reservationReduced, hear.hearReduced),
  on(reservationCancelled, hear.hearCancelled),
];
