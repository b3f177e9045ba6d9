import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds, feedOf, LIST_POLL_MS } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { countRuns } from '../../shared/messaging/sweep';
import { parkingPlace, tendParked, throwing } from '../../shared/pending/parked';
import { pendingStore } from '../../shared/pending/pending';
import { mypageDeps, mypageSettings } from './deps';
import { mypageReactions } from './triggers/events';
import { getMypage } from './triggers/mypage';
import { projectLoans } from './usecases/projectLoans';
import { projectMembers } from './usecases/projectMembers';
import { projectReservations } from './usecases/projectReservations';

/** Every HTTP call of the context, by its function's name. */
export const mypageEndpoints = { 'mypage-get': getMypage };

const FEED = { owner: 'mypage', reader: 'mypage-projection' } as const;
const LOAN_FEED = { owner: 'mypage', reader: 'mypage-loans' } as const;
const MEMBER_FEED = { owner: 'mypage', reader: 'mypage-memberships' } as const;

export function registerMypage(database: Database): void {
  const settings = readSettings(mypageSettings);
  const deps = mypageDeps(settings, database);
  const pending = pendingStore(database.container('pending'));
  const park = parkingPlace(pending, FEED, deps.log);

  for (const [name, endpoint] of Object.entries(mypageEndpoints)) app.http(name, httpOptions(deps, endpoint));

  const note = failureNotes(database.container('failures'), 'mypage', deps.log);
  app.serviceBusQueue('mypage-events', {
    connection: 'SERVICEBUS',
    queueName: 'mypage',
    handler: queueHandler(deps, mypageReactions, note),
  });
  app.cosmosDB('mypage-projection', {
    ...feedOf('reservations', 'mypage-leases', 'projection', LIST_POLL_MS),
    handler: (changes: unknown[]) => projectReservations(deps, changes, park),
  });
  const parkLoan = parkingPlace(pending, LOAN_FEED, deps.log);
  app.cosmosDB('mypage-loans', {
    ...feedOf('loans', 'mypage-leases', 'loans', LIST_POLL_MS),
    handler: (changes: unknown[]) => projectLoans(deps, changes, parkLoan),
  });
  const parkMember = parkingPlace(pending, MEMBER_FEED, deps.log);
  app.cosmosDB('mypage-memberships', {
    ...feedOf('memberships', 'mypage-leases', 'memberships', LIST_POLL_MS),
    handler: (changes: unknown[]) => projectMembers(deps, changes, parkMember),
  });
  const memberships = database.container('memberships');
  const projectMemberAgain = async (id: string, { customerId }: Readonly<Record<string, unknown>>) =>
    projectMembers(deps, [(await memberships.item(id, String(customerId)).read()).resource], throwing);
  const loans = database.container('loans');
  const projectLoanAgain = async (id: string, { customerId }: Readonly<Record<string, unknown>>) =>
    projectLoans(deps, [(await loans.item(id, String(customerId)).read()).resource], throwing);
  const reservations = database.container('reservations');
  const projectAgain = async (id: string) =>
    projectReservations(deps, [(await reservations.item(id, id).read()).resource], throwing);
  app.timer('mypage-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('mypage-pending', async () => {
      const readers = {
        [FEED.reader]: projectAgain,
        [LOAN_FEED.reader]: projectLoanAgain,
        [MEMBER_FEED.reader]: projectMemberAgain,
      };
      await tendParked({ pending, log: deps.log }, FEED.owner, readers);
    }),
  });
}
