import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { countRuns } from '../../shared/messaging/sweep';
import { reconciliationRuns } from '../../shared/payment/reconciliationRun';
import { tossSettings } from '../../shared/payment/settings';
import { probeToss } from '../../shared/payment/tossCalls';
import { reservationDeps, reservationSettings } from './deps';
import { getReconciliation, getTimeline, listReservations, postErasure } from './triggers/admin';
import { getCancellation, postCancellation } from './triggers/cancellation';
import { postCounterSale } from './triggers/counterSale';
import { reservationReactions } from './triggers/events';
import { deleteMe, getMe, putMe } from './triggers/me';
import { getSalesOfDays, getSettlement, listPerformanceReservations } from './triggers/papers';
import { postPayment } from './triggers/payment';
import { postPaymentEvent } from './triggers/paymentEvents';
import { postReseat } from './triggers/reseat';
import { getReservation, postReservation } from './triggers/reservations';
import { postSettlement, postStaffCancellation } from './triggers/staffCancellation';
import { sweepErasures } from './usecases/eraseCustomer';
import { reconcile } from './usecases/reconcile';
import { sweepReservations } from './usecases/sweepReservations';
import { tendReservations } from './usecases/tendReservations';

/** Every HTTP call of the context, by its function's name. */
export const reservationEndpoints = {
  'reservations-post': postReservation,
  'reservations-get': getReservation,
  'payment-post': postPayment,
  'cancellation-get': getCancellation,
  'cancellation-post': postCancellation,
  'reservations-list': listReservations,
  'timeline-get': getTimeline,
  'me-get': getMe,
  'me-put': putMe,
  'me-delete': deleteMe,
  'erasure-post': postErasure,
  'payment-events-post': postPaymentEvent,
  'reconciliation-get': getReconciliation,
  'reseat-post': postReseat,
  'counter-sale-post': postCounterSale,
  'staff-cancellation-post': postStaffCancellation,
  'settlement-post': postSettlement,
  'sales-of-days-get': getSalesOfDays,
  'settlement-get': getSettlement,
  'performance-reservations-list': listPerformanceReservations,
};

export function registerReservation(database: Database): void {
  const settings = readSettings(reservationSettings);
  const deps = reservationDeps(settings, database);
  const note = failureNotes(database.container('failures'), 'reservation', deps.log);

  for (const [name, endpoint] of Object.entries(reservationEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('reservation-events', {
    connection: 'SERVICEBUS',
    queueName: 'reservation',
    handler: queueHandler(deps, reservationReactions, note),
  });
  app.timer('reservation-sweep', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('reservation-sweep', async () => {
      await Promise.all([sweepReservations(deps), sweepErasures(deps)]);
    }),
  });
  const reconciling = {
    ...deps,
    reconciliation: reconciliationRuns(database.container('pending'), 'reservation'),
    everySeconds: settings.RECONCILIATION_SECONDS,
  };
  app.timer('reservation-reconciliation', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('reservation-reconciliation', () => reconcile(reconciling)),
  });
  const tending = {
    ...deps,
    probePayment: () => probeToss(tossSettings(settings)),
    everySeconds: settings.SWEEP_SECONDS,
  };
  app.timer('reservation-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('reservation-pending', () => tendReservations(tending)),
  });
}
