import type { Database } from '@azure/cosmos';
import { z } from 'zod';
import { type AuditTrail, auditTrail } from '../../shared/http/auditTrail';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { type Clock, systemClock } from '../../shared/kernel/clock';
import { authSettings, cosmosSettings, eventGridSettings, zoneSettings } from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { type TicketCodes, ticketCodes } from './codes';
import { type TicketStore, ticketStore } from './store';

/** Every setting this context reads. */
export const admissionSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(zoneSettings.shape)
  .extend({
    /** Ed25519 private keys with commas between them. The first signs, and codes of all are let in. */
    TICKET_KEYS: z.string(),
  });
export type AdmissionSettings = z.infer<typeof admissionSettings>;

/** What the use cases of this context work with. */
export type AdmissionDeps = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit?: AuditTrail | undefined;
  readonly publisher: Publisher;
  readonly tickets: TicketStore;
  readonly codes: TicketCodes;
};

export const admissionDeps = (settings: AdmissionSettings, database: Database): AdmissionDeps => ({
  ...systemPacing,
  clock: systemClock,
  log: consoleLog,
  authenticate: bearerAuthentication(settings),
  admit: gatewayAdmission(settings),
  audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
  publisher: eventGridPublisher(settings),
  tickets: ticketStore(database.container('tickets')),
  codes: ticketCodes(settings.TICKET_KEYS),
});
