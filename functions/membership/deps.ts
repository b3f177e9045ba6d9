import type { Container, Database } from '@azure/cosmos';
import type { z } from 'zod';
import { type MarkStore, markStore } from '../../shared/erasure/mark';
import { type AuditTrail, auditTrail } from '../../shared/http/auditTrail';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { type Clock, systemClock } from '../../shared/kernel/clock';
import {
  authSettings,
  cosmosSettings,
  eventGridSettings,
  sweepSettings,
  zoneSettings,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import type { PaymentProvider } from '../../shared/payment/provider';
import { paymentSettings, tossSettings } from '../../shared/payment/settings';
import { tossPayments } from '../../shared/payment/tossPayments';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { type MemberStore, memberStore } from './memberStore';
import { type PlanStore, planStore } from './planStore';

/** Every setting this context reads. */
export const membershipSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend(zoneSettings.shape)
  .extend(paymentSettings.shape);
export type MembershipSettings = z.infer<typeof membershipSettings>;

type Outside = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit?: AuditTrail | undefined;
  readonly publisher: Publisher;
  readonly payments: PaymentProvider;
  /** Where the theatre's months begin. */
  readonly timeZone: string;
};

/** What the use cases of this context work with. */
export type MembershipDeps = Outside & {
  readonly plans: PlanStore;
  readonly members: MemberStore;
  readonly idempotency: Container;
  /** Customers who have asked to be erased. */
  readonly marks: MarkStore;
};

export const membershipContainers = (database: Pick<Database, 'container'>) => ({
  plans: database.container('plans'),
  memberships: database.container('memberships'),
  idempotency: database.container('idempotency'),
  erasures: database.container('membership-erasures'),
});
export type MembershipContainers = ReturnType<typeof membershipContainers>;

/** The stores on these containers, the same in Azure, in the tests and in the simulation. */
export const membershipDepsOver = (containers: MembershipContainers, outside: Outside): MembershipDeps => ({
  ...outside,
  plans: planStore(containers.plans),
  members: memberStore(containers.memberships),
  idempotency: containers.idempotency,
  marks: markStore(containers.erasures, outside),
});

export const membershipDeps = (settings: MembershipSettings, database: Database): MembershipDeps =>
  membershipDepsOver(membershipContainers(database), {
    ...systemPacing,
    clock: systemClock,
    log: consoleLog,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
    publisher: eventGridPublisher(settings),
    payments: tossPayments(tossSettings(settings), consoleLog),
    timeZone: settings.TIME_ZONE,
  });
