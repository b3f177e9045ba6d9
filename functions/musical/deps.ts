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
import { CLOCK_ALLOWANCE_MS, type Clock, systemClock } from '../../shared/kernel/clock';
import { coalesceReads } from '../../shared/kernel/coalesce';
import {
  authSettings,
  cosmosSettings,
  eventGridSettings,
  sweepSettings,
  wholeNumber,
  zoneSettings,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { planStore } from './catalogue/planStore';
import { type CatalogueStore, catalogueStore } from './catalogue/store';
import { type VenueStore, venueStore } from './catalogue/venueStore';
import { posterSettings } from './posters/store';
import {
  type Contention,
  type CountOnce,
  countOnce,
  type LookAtSection,
  lookAtSection,
  type OnceAMoment,
  onceAMoment,
  type RenderOnce,
  rememberContention,
  renderOnce,
} from './seats/caches';
import { type MemberStore, memberStore } from './seats/memberStore';
import { type AvailabilityStore, availabilityStore, type SeatStore, seatStore } from './seats/store';

/** Every setting this context reads. */
export const musicalSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(zoneSettings.shape)
  .extend(sweepSettings.shape)
  .extend(posterSettings.shape)
  .extend({
    /** How long a hold, and then an unpaid reservation, keeps its seats. */
    HOLD_DURATION_SECONDS: wholeNumber(1, 86_400, 600),
    /** How long a payment may take after the time to pay. It is shorter than a request may take (`DEADLINE_MS` in shared/http). */
    PAYMENT_TIMEOUT_MS: wholeNumber(100, 15_000, 5_000),
  });
export type MusicalSettings = z.infer<typeof musicalSettings>;

/** What the context is given from outside. */
type Outside = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit?: AuditTrail | undefined;
  readonly publisher: Publisher;
  readonly holdDurationMs: number;
  /** From the end of the time to pay until others may take the seats. It is a payment's time and two seconds for clocks. */
  readonly paymentGraceMs: number;
  /** The theatre's, by whose calendar memberships end. */
  readonly timeZone: string;
};

/** What the use cases of this context work with. Each says which of it it uses. */
export type MusicalDeps = Outside & {
  readonly catalogue: CatalogueStore;
  readonly venues: VenueStore;
  readonly seats: SeatStore;
  readonly availability: AvailabilityStore;
  /** The availability as a crowd reads it, with at most one read a moment and performance. */
  readonly availabilityOf: AvailabilityStore['read'];
  /**
   * A performance as a crowd reads it, also to take seats. What is taken of one that was cancelled or changed in that
   * moment is found by the follow-up, which looks for ten minutes.
   */
  readonly performanceOf: CatalogueStore['performance'];
  /** A musical and its performances as a crowd reads them. */
  readonly musicalOf: CatalogueStore['musical'];
  readonly performancesOf: CatalogueStore['performancesOf'];
  readonly renderOnce: RenderOnce;
  readonly countOnce: CountOnce;
  readonly lookAtSection: LookAtSection;
  readonly contention: Contention;
  /** Making an availability anew, which a crowd may ask for at once. */
  readonly rebuildOnce: OnceAMoment;
  readonly idempotency: Container;
  /** What is known here of members. */
  readonly members: MemberStore;
  /** Customers who have asked to be erased. */
  readonly marks: MarkStore;
};

const FRESH_MS = 250;
/** A performance hardly ever changes, and each hold and each reservation asks for it. */
const PERFORMANCE_FRESH_MS = 1_000;

export const musicalContainers = (database: Database) => ({
  musicals: database.container('musicals'),
  venues: database.container('venues'),
  seatingPlans: database.container('seatingPlans'),
  seats: database.container('seats'),
  availability: database.container('availability'),
  members: database.container('members'),
  idempotency: database.container('idempotency'),
  erasures: database.container('musical-erasures'),
});
export type MusicalContainers = ReturnType<typeof musicalContainers>;

/** The stores on these containers, with what a host remembers. It is the same in Azure, in the tests and in the simulation. */
export function musicalDepsOver(containers: MusicalContainers, outside: Outside): MusicalDeps {
  const availability = availabilityStore(containers.availability);
  const catalogue = catalogueStore(containers.musicals, planStore(containers.seatingPlans));
  const seats = seatStore(containers.seats);
  return {
    ...outside,
    catalogue,
    venues: venueStore(containers.venues),
    seats,
    availability,
    availabilityOf: coalesceReads(availability.read, FRESH_MS, outside.clock),
    performanceOf: coalesceReads(catalogue.performance, PERFORMANCE_FRESH_MS, outside.clock),
    musicalOf: coalesceReads(catalogue.musical, FRESH_MS, outside.clock),
    performancesOf: coalesceReads(catalogue.performancesOf, FRESH_MS, outside.clock),
    renderOnce: renderOnce(),
    countOnce: countOnce(),
    lookAtSection: lookAtSection(seats, outside.clock),
    contention: rememberContention(outside.clock),
    rebuildOnce: onceAMoment(outside.clock),
    members: memberStore(containers.members),
    idempotency: containers.idempotency,
    marks: markStore(containers.erasures, outside),
  };
}

export const musicalDeps = (settings: MusicalSettings, database: Database): MusicalDeps =>
  musicalDepsOver(musicalContainers(database), {
    ...systemPacing,
    clock: systemClock,
    log: consoleLog,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
    publisher: eventGridPublisher(settings),
    holdDurationMs: settings.HOLD_DURATION_SECONDS * 1000,
    paymentGraceMs: settings.PAYMENT_TIMEOUT_MS + CLOCK_ALLOWANCE_MS,
    timeZone: settings.TIME_ZONE,
  });
