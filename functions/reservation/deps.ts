import type { Container, Database } from '@azure/cosmos';
import { z } from 'zod';
import { readDocument } from '../../shared/cosmos/cosmos';
import { type AuditTrail, auditTrail } from '../../shared/http/auditTrail';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { CLOCK_ALLOWANCE_MS, type Clock, systemClock } from '../../shared/kernel/clock';
import {
  authSettings,
  cosmosSettings,
  eventGridSettings,
  sweepSettings,
  zoneSettings,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { type LetThrough, tokenBucket } from '../../shared/kernel/tokenBucket';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import type { PaymentProvider } from '../../shared/payment/provider';
import { paymentSettings, tossSettings } from '../../shared/payment/settings';
import { tossPayments } from '../../shared/payment/tossPayments';
import { type PendingStore, pendingStore } from '../../shared/pending/pending';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { knownPerformanceSchema, musicalIdOf } from '../musical/contract';
import { type BookedReader, bookedReader } from './commit/bookedReader';
import { type CustomerStore, customerStore } from './commit/customerStore';
import { type ReservationStore, reservationStore } from './commit/store';
import type { Delays } from './domain/schedule';
import { type Elsewhere, elsewhere } from './elsewhere';
import { noticeReader, type ReadNotices } from './notices';

/** Every setting this context reads. */
export const reservationSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend(zoneSettings.shape)
  .extend(paymentSettings.shape)
  .extend({
    /** Where a trace is looked at, with `{traceId}` or `{reservationId}` in it. Without it the timeline tells the id alone. */
    TRACE_URL: z.url().optional(),
  });
export type ReservationSettings = z.infer<typeof reservationSettings>;

/** What the use cases of this context work with. */
export type ReservationDeps = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit?: AuditTrail | undefined;
  readonly publisher: Publisher;
  readonly reservations: ReservationStore;
  readonly idempotency: Container;
  readonly payments: PaymentProvider;
  readonly delays: Delays;
  readonly customers: CustomerStore;
  /** Lets a call of the provider's webhook through, which anybody can make. */
  readonly letPaymentEvent: LetThrough;
  /** Whether `musical` has this performance. It may be cancelled or closed. */
  readonly hasPerformance: (performanceId: string) => Promise<boolean>;
  /** The price types that it offers today. */
  readonly priceTypesOf: (performanceId: string) => Promise<readonly string[]>;
  /** What a customer has borrowed. */
  readonly loansOf: Elsewhere['loansOf'];
  /** Its customer's memberships. */
  readonly membershipsOf: Elsewhere['membershipsOf'];
};

/** Far more than payments are made, and each costs a question to the provider at most. It counts for each host. */
const PAYMENT_EVENTS = { burst: 60, perSecond: 20 };

const MAX_KNOWN = 10_000;

/** Looks it up in the container of `musical`, which alone writes there. What is there stays there, so it is looked up once. */
export function performanceLookUp(musicals: Container): ReservationDeps['hasPerformance'] {
  const known = new Set<string>();
  return async (id) => {
    if (known.has(id)) return true;
    const found = await readDocument(musicals, id, musicalIdOf(id), knownPerformanceSchema, 'performance');
    if (known.size >= MAX_KNOWN) known.clear();
    if (found !== undefined) known.add(id);
    return found !== undefined;
  };
}

/** Looks them up there each time, because the box office changes them. */
export const priceTypesLookUp =
  (musicals: Container): ReservationDeps['priceTypesOf'] =>
  async (id) => {
    const found = await readDocument(musicals, id, musicalIdOf(id), knownPerformanceSchema, 'performance');
    return (found?.value.priceTypes ?? []).map(({ priceTypeId }) => priceTypeId);
  };

/** What is only of use to who looks after the whole. */
export type OperatorDeps = Elsewhere & {
  readonly pending: PendingStore;
  /** What notification has told about a reservation. */
  readonly noticesOf: ReadNotices;
  readonly traceUrl?: string | undefined;
};

/** What the papers are made with: sales, settlement, lists for a spreadsheet. */
export type PaperDeps = Pick<ReservationDeps, 'clock' | 'reservations' | 'hasPerformance'> & {
  readonly booked: BookedReader;
  /** Where the theatre's days begin. */
  readonly timeZone: string;
};

/** Longer than an event takes to come back, also when a queue is busy. */
const EVENT_ANSWER_MS = 10_000;

export function reservationDeps(
  settings: ReservationSettings,
  database: Database,
): ReservationDeps & OperatorDeps & PaperDeps {
  const log = consoleLog;
  return {
    ...systemPacing,
    clock: systemClock,
    log,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
    publisher: eventGridPublisher(settings),
    reservations: reservationStore(database.container('reservations')),
    idempotency: database.container('idempotency'),
    customers: customerStore(database.container('reservation-erasures'), systemPacing),
    letPaymentEvent: tokenBucket(systemClock, PAYMENT_EVENTS),
    hasPerformance: performanceLookUp(database.container('musicals')),
    priceTypesOf: priceTypesLookUp(database.container('musicals')),
    payments: tossPayments(tossSettings(settings), log),
    delays: { eventMs: EVENT_ANSWER_MS, paymentMs: settings.PAYMENT_TIMEOUT_MS + CLOCK_ALLOWANCE_MS },
    pending: pendingStore(database.container('pending')),
    noticesOf: noticeReader(database.container('notifications')),
    ...elsewhere(
      database.container('notifications'),
      database.container('seats'),
      database.container('loans'),
      database.container('memberships'),
    ),
    traceUrl: settings.TRACE_URL,
    booked: bookedReader(database.container('reservations')),
    timeZone: settings.TIME_ZONE,
  };
}
