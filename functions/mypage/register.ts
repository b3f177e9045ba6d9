import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { feedOf, LIST_POLL_MS } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { mypageDeps, mypageSettings } from './deps';
import { getMypage } from './triggers/mypage';
import { projectReservations } from './usecases/projectReservations';

/** Every HTTP call of the context, by its function's name. */
export const mypageEndpoints = { 'mypage-get': getMypage };

export function registerMypage(database: Database): void {
  const deps = mypageDeps(readSettings(mypageSettings), database);
  const note = failureNotes(database.container('failures'), 'mypage-projection', deps.log);

  for (const [name, endpoint] of Object.entries(mypageEndpoints)) app.http(name, httpOptions(deps, endpoint));

  app.cosmosDB('mypage-projection', {
    ...feedOf('reservations', 'mypage-leases', 'projection', LIST_POLL_MS),
    handler: (changes: unknown[]) => projectReservations(deps, changes, note),
  });
}
