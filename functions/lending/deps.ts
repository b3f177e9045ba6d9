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
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { type ItemStore, itemStore } from './itemStore';
import { type LoanStore, loanStore } from './loanStore';

/** Every setting this context reads. */
export const lendingSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend(zoneSettings.shape);
export type LendingSettings = z.infer<typeof lendingSettings>;

type Outside = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit?: AuditTrail | undefined;
  readonly publisher: Publisher;
};

/** What the use cases of this context work with. */
export type LendingDeps = Outside & {
  readonly items: ItemStore;
  readonly loans: LoanStore;
  readonly idempotency: Container;
  /** Customers who have asked to be erased. */
  readonly marks: MarkStore;
};

export const lendingContainers = (database: Pick<Database, 'container'>) => ({
  items: database.container('items'),
  loans: database.container('loans'),
  idempotency: database.container('idempotency'),
  erasures: database.container('lending-erasures'),
});
export type LendingContainers = ReturnType<typeof lendingContainers>;

/** The stores on these containers, the same in Azure, in the tests and in the simulation. */
export const lendingDepsOver = (containers: LendingContainers, outside: Outside): LendingDeps => ({
  ...outside,
  items: itemStore(containers.items),
  loans: loanStore(containers.loans),
  idempotency: containers.idempotency,
  marks: markStore(containers.erasures, outside),
});

export const lendingDeps = (settings: LendingSettings, database: Database): LendingDeps =>
  lendingDepsOver(lendingContainers(database), {
    ...systemPacing,
    clock: systemClock,
    log: consoleLog,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
    publisher: eventGridPublisher(settings),
  });
