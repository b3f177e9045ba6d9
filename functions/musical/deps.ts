import type { Container } from '@azure/cosmos';
import type { z } from 'zod';
import { openDatabase } from '../../shared/cosmos/cosmos';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { CLOCK_ALLOWANCE_MS, type Clock, systemClock } from '../../shared/kernel/clock';
import { coalesced } from '../../shared/kernel/coalesce';
import {
  authSettings,
  cosmosSettings,
  eventGridSettings,
  relaySettings,
  sweepSettings,
  wholeNumber,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import type { Versioned } from '../../shared/kernel/versioned';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/relay';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import type { Performance } from './catalogue/domain/performance';
import { type CatalogueStore, catalogueStore } from './catalogue/store';
import type { Availability } from './seats/domain/availability';
import {
  type AvailabilityStore,
  availabilityStore,
  musicalContainers,
  type SeatStore,
  seatStore,
} from './seats/store';

/** Every setting this context reads. */
export const musicalSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(relaySettings.shape)
  .extend(sweepSettings.shape)
  .extend({
    /** How long a hold, and then an unpaid reservation, keeps its seats. */
    HOLD_DURATION_SECONDS: wholeNumber(1, 86_400, 600),
    /** How long a payment may take after the time to pay; shorter than a request may: `DEADLINE_MS` in shared/http/endpoint.ts. */
    PAYMENT_TIMEOUT_MS: wholeNumber(100, 15_000, 5_000),
  });
export type MusicalSettings = z.infer<typeof musicalSettings>;

/** What the use cases of this context work with. */
export type MusicalDeps = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly publisher: Publisher;
  readonly catalogue: CatalogueStore;
  readonly seats: SeatStore;
  readonly availability: AvailabilityStore;
  /** The projection as a crowd reads it: at most one read a moment and performance. */
  readonly seatMapOf: (performanceId: string) => Promise<{ value: Availability; etag: string | undefined }>;
  /** A performance as a crowd reads it; what takes seats reads it anew. */
  readonly performanceOf: (performanceId: string) => Promise<Versioned<Performance> | undefined>;
  readonly renderedSeatMaps: Map<string, { readonly etag: string; readonly text: string }>;
  /** Section and picture of the house → seats that were really left then: spares a query for each of a crowd's refusals. */
  readonly knownLeft: Map<string, { readonly left: number; readonly atMs: number }>;
  readonly idempotency: Container;
  readonly holdDurationMs: number;
  /** Between the end of the time to pay and the moment others may take the seats: a payment's time and two seconds for clocks. */
  readonly paymentGraceMs: number;
};

const SEAT_MAP_FRESH_MS = 250;

export function musicalDeps(settings: MusicalSettings): MusicalDeps {
  const containers = musicalContainers(openDatabase(settings));
  const availability = availabilityStore(containers.availability);
  const catalogue = catalogueStore(containers.musicals);
  return {
    ...systemPacing,
    clock: systemClock,
    log: consoleLog,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    publisher: eventGridPublisher(settings),
    catalogue,
    seats: seatStore(containers.seats),
    availability,
    seatMapOf: coalesced(availability.read, SEAT_MAP_FRESH_MS, systemClock),
    performanceOf: coalesced(catalogue.performance, SEAT_MAP_FRESH_MS, systemClock),
    renderedSeatMaps: new Map(),
    knownLeft: new Map(),
    idempotency: containers.idempotency,
    holdDurationMs: settings.HOLD_DURATION_SECONDS * 1000,
    paymentGraceMs: settings.PAYMENT_TIMEOUT_MS + CLOCK_ALLOWANCE_MS,
  };
}
