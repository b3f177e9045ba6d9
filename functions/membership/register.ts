import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { countRuns } from '../../shared/messaging/sweep';
import { reconciliationRuns } from '../../shared/payment/reconciliationRun';
import { pendingStore } from '../../shared/pending/pending';
import { membershipDeps, membershipSettings } from './deps';
import { getBill, listBills, postBillPayment, postBillPaymentCancellation } from './triggers/bills';
import { membershipReactions } from './triggers/events';
import { getMember } from './triggers/members';
import {
  deleteMembership,
  getBillingRun,
  getMembership,
  listMemberships,
  postBillingRun,
  postMembership,
} from './triggers/memberships';
import { deletePlan, getPlan, listPlans, postPlan, putPlan } from './triggers/plans';
import { reconcile } from './usecases/reconcile';
import { sweepMembers } from './usecases/sweepMembers';
import { tendMembers } from './usecases/tendMembers';

/** Every HTTP call of the context, by its function's name. */
export const membershipEndpoints = {
  'plans-list': listPlans,
  'plans-get': getPlan,
  'plans-post': postPlan,
  'plans-put': putPlan,
  'plans-delete': deletePlan,
  'memberships-post': postMembership,
  'memberships-list': listMemberships,
  'memberships-get': getMembership,
  'memberships-delete': deleteMembership,
  'bills-list': listBills,
  'bills-get': getBill,
  'bill-payment-post': postBillPayment,
  'bill-cancellation-post': postBillPaymentCancellation,
  'billing-run-get': getBillingRun,
  'billing-run-post': postBillingRun,
  'members-get': getMember,
};

export function registerMembership(database: Database): void {
  const settings = readSettings(membershipSettings);
  const deps = membershipDeps(settings, database);
  const note = failureNotes(database.container('failures'), 'membership', deps.log);

  for (const [name, endpoint] of Object.entries(membershipEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('membership-events', {
    connection: 'SERVICEBUS',
    queueName: 'membership',
    handler: queueHandler(deps, membershipReactions, note),
  });
  app.timer('membership-sweep', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('membership-sweep', () => sweepMembers(deps)),
  });
  const reconciling = {
    ...deps,
    reconciliation: reconciliationRuns(database.container('pending'), 'bill'),
    everySeconds: settings.RECONCILIATION_SECONDS,
  };
  app.timer('membership-reconciliation', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('membership-reconciliation', () => reconcile(reconciling)),
  });
  const tending = {
    ...deps,
    pending: pendingStore(database.container('pending')),
    everySeconds: settings.SWEEP_SECONDS,
  };
  app.timer('membership-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('membership-pending', () => tendMembers(tending)),
  });
}
