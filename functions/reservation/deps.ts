import type { Container, Database } from '@azure/cosmos';
import { z } from 'zod';
import { readDocument } from '../../shared/cosmos/cosmos';
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
  wholeNumber,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { type LetThrough, tokenBucket } from '../../shared/kernel/tokenBucket';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import { type PendingStore, pendingStore } from '../../shared/pending/pending';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { knownPerformanceSchema, musicalIdOf } from '../musical/contract';
import { type CustomerStore, customerStore } from './commit/customerStore';
import { type ReservationStore, reservationStore } from './commit/store';
import type { Delays } from './domain/schedule';
import { type Elsewhere, elsewhere } from './elsewhere';
import { noticeReader, type ReadNotices } from './notices';
import type { PaymentProvider } from './payment/provider';
import type { TossSettings } from './payment/tossCalls';
import { tossPayments } from './payment/tossPayments';

const DAY_SECONDS = 24 * 60 * 60;

/** Every setting this context reads. */
export const reservationSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend({
    PAYMENT_URL: z.url(),
    PAYMENT_SECRET_KEY: z.string().min(1),
    /** Deadline of one call to the payment provider. It is shorter than `DEADLINE_MS` in shared/http/deadline.ts. */
    PAYMENT_TIMEOUT_MS: wholeNumber(100, 15_000, 5_000),
    /** How often each reservation with money is compared with the provider's books. */
    RECONCILIATION_SECONDS: wholeNumber(1, 7 * DAY_SECONDS, DAY_SECONDS),
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

/** What is only of use to who looks after the whole. */
export type OperatorDeps = Elsewhere & {
  readonly pending: PendingStore;
  /** What notification has told about a reservation. */
  readonly noticesOf: ReadNotices;
  readonly traceUrl?: string | undefined;
};

/** Longer than an event takes to come back, also when a queue is busy. */
const EVENT_ANSWER_MS = 10_000;

export function reservationDeps(
  settings: ReservationSettings,
  database: Database,
): ReservationDeps & OperatorDeps {
  const log = consoleLog;
  return {
    ...systemPacing,
    clock: systemClock,
    log,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    publisher: eventGridPublisher(settings),
    reservations: reservationStore(database.container('reservations')),
    idempotency: database.container('idempotency'),
    customers: customerStore(database.container('reservation-erasures'), systemPacing),
    letPaymentEvent: tokenBucket(systemClock, PAYMENT_EVENTS),
    hasPerformance: performanceLookUp(database.container('musicals')),
    payments: tossPayments(tossSettings(settings), log),
    delays: { eventMs: EVENT_ANSWER_MS, paymentMs: settings.PAYMENT_TIMEOUT_MS + CLOCK_ALLOWANCE_MS },
    pending: pendingStore(database.container('pending')),
    noticesOf: noticeReader(database.container('notifications')),
    ...elsewhere(database.container('notifications'), database.container('seats')),
    traceUrl: settings.TRACE_URL,
  };
}

export const tossSettings = (settings: ReservationSettings): TossSettings => ({
  url: settings.PAYMENT_URL,
  secretKey: settings.PAYMENT_SECRET_KEY,
  timeoutMs: settings.PAYMENT_TIMEOUT_MS,
});
