import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds, feedOf, PROJECTION_POLL_MS } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { countRuns } from '../../shared/messaging/sweep';
import { parkingPlace } from '../../shared/pending/parked';
import { pendingStore } from '../../shared/pending/pending';
import { getMusical, listMusicals, postMusical } from './catalogue/triggers/musicals';
import { getPerformance, postPerformance } from './catalogue/triggers/performances';
import {
  deleteVenue,
  getVenue,
  importVenue,
  listVenues,
  postVenue,
  putVenue,
} from './catalogue/triggers/venues';
import { musicalDeps, musicalSettings } from './deps';
import { posterEndpoints } from './posters/endpoints';
import { posterStore } from './posters/store';
import { deleteMusical, putMusical } from './revocation/triggers/musicals';
import {
  deletePerformance,
  getPerformanceCancellation,
  putPerformance,
} from './revocation/triggers/performances';
import { followUpPerformances } from './revocation/usecases/followUpPerformances';
import { musicalReactions } from './seats/triggers/events';
import { deleteHold, listHolds, postHold, postRenewal } from './seats/triggers/holds';
import { listPerformances } from './seats/triggers/performances';
import { getAvailability, getPlan } from './seats/triggers/plan';
import { getSales } from './seats/triggers/sales';
import { getSeats } from './seats/triggers/seatMap';
import { getStaffSeats, listWithheld, postWithheld, postWithheldReturn } from './seats/triggers/withheld';
import { projectSeats } from './seats/usecases/projectSeats';
import { rebuildAvailability } from './seats/usecases/rebuildAvailability';
import { OWNER, tendMusical } from './seats/usecases/tendMusical';

/** Every HTTP call of the context, by its function's name. */
export const musicalEndpoints = {
  'musicals-list': listMusicals,
  'musicals-get': getMusical,
  'musicals-post': postMusical,
  'musicals-put': putMusical,
  'musicals-delete': deleteMusical,
  'venues-list': listVenues,
  'venues-get': getVenue,
  'venues-post': postVenue,
  'venues-import': importVenue,
  'venues-put': putVenue,
  'venues-delete': deleteVenue,
  'performances-list': listPerformances,
  'performances-get': getPerformance,
  'performances-post': postPerformance,
  'performances-put': putPerformance,
  'performances-delete': deletePerformance,
  'performance-cancellation-get': getPerformanceCancellation,
  'seats-get': getSeats,
  'holds-list': listHolds,
  'plan-get': getPlan,
  'availability-get': getAvailability,
  'holds-post': postHold,
  'renewal-post': postRenewal,
  'holds-delete': deleteHold,
  'sales-get': getSales,
  'staff-seats-get': getStaffSeats,
  'withheld-list': listWithheld,
  'withheld-post': postWithheld,
  'withheld-return-post': postWithheldReturn,
  ...posterEndpoints,
};

export function registerMusical(database: Database): void {
  const settings = readSettings(musicalSettings);
  const deps = { ...musicalDeps(settings, database), posters: posterStore(settings) };
  const { log } = deps;
  const pending = pendingStore(database.container('pending'));
  const note = failureNotes(database.container('failures'), 'musical', log);
  const park = parkingPlace(pending, { owner: OWNER, reader: 'musical-seatmap' }, log);

  for (const [name, endpoint] of Object.entries(musicalEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('musical-events', {
    connection: 'SERVICEBUS',
    queueName: 'musical',
    handler: queueHandler(deps, musicalReactions, note),
  });
  app.cosmosDB('musical-seatmap', {
    ...feedOf('seats', 'musical-leases', 'seatmap', PROJECTION_POLL_MS),
    handler: (changes: unknown[]) => projectSeats(deps, changes, park),
  });
  app.timer('musical-sweep', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('musical-sweep', () => followUpPerformances(deps)),
  });
  const rebuildAgain = async (_id: string, { performanceId }: Readonly<Record<string, unknown>>) => {
    await rebuildAvailability(deps, String(performanceId));
  };
  const tending = {
    ...deps,
    pending,
    readers: { 'musical-seatmap': rebuildAgain },
    everySeconds: settings.SWEEP_SECONDS,
  };
  app.timer('musical-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('musical-pending', () => tendMusical(tending)),
  });
}
