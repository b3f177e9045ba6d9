import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds, feedOf, PROJECTION_POLL_MS } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { relay } from '../../shared/messaging/relay';
import { countRuns } from '../../shared/messaging/sweep';
import { getMusical, listMusicals, postMusical, putMusical } from './catalogue/triggers/musicals';
import { getPerformance, postPerformance, putPerformance } from './catalogue/triggers/performances';
import {
  deleteVenue,
  getVenue,
  importVenue,
  listVenues,
  postVenue,
  putVenue,
} from './catalogue/triggers/venues';
import { musicalDeps, musicalSettings } from './deps';
import { deleteMusical } from './revocation/triggers/musicals';
import { deletePerformance } from './revocation/triggers/performances';
import { followUpPerformances } from './revocation/usecases/followUpPerformances';
import { musicalReactions } from './seats/triggers/events';
import { deleteHold, postHold } from './seats/triggers/holds';
import { listPerformances } from './seats/triggers/performances';
import { getAvailability, getPlan } from './seats/triggers/plan';
import { getSales } from './seats/triggers/sales';
import { getSeats } from './seats/triggers/seatMap';
import { projectSeats } from './seats/usecases/projectSeats';

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
  'seats-get': getSeats,
  'plan-get': getPlan,
  'availability-get': getAvailability,
  'holds-post': postHold,
  'holds-delete': deleteHold,
  'sales-get': getSales,
};

export function registerMusical(database: Database): void {
  const settings = readSettings(musicalSettings);
  const deps = musicalDeps(settings, database);
  const failures = database.container('failures');
  const notes = (source: string) => failureNotes(failures, source, deps.log);

  for (const [name, endpoint] of Object.entries(musicalEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('musical-events', {
    connection: 'SERVICEBUS',
    queueName: 'musical',
    handler: queueHandler(deps, musicalReactions, notes('musical')),
  });
  app.cosmosDB('musical-relay', {
    ...feedOf('seats', 'musical-leases', 'relay', settings.RELAY_POLL_MS),
    handler: (changes: unknown[]) => relay(deps.publisher, changes, notes('musical-relay'), deps.log),
  });
  app.cosmosDB('musical-seatmap', {
    ...feedOf('seats', 'musical-leases', 'seatmap', PROJECTION_POLL_MS),
    handler: (changes: unknown[]) => projectSeats(deps, changes, notes('musical-seatmap')),
  });
  app.timer('musical-sweep', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('musical-sweep', () => followUpPerformances(deps)),
  });
}
