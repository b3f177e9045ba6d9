import { ticketCodes } from '../../functions/admission/codes';
import type { AdmissionDeps } from '../../functions/admission/deps';
import { ticketStore } from '../../functions/admission/store';
import { type LendingDeps, lendingDepsOver } from '../../functions/lending/deps';
import { type MembershipDeps, membershipDepsOver } from '../../functions/membership/deps';
import { type MusicalDeps, musicalDepsOver } from '../../functions/musical/deps';
import type { MypageDeps } from '../../functions/mypage/deps';
import { loanEntryStore } from '../../functions/mypage/loanStore';
import { memberEntryStore } from '../../functions/mypage/memberStore';
import { entryStore } from '../../functions/mypage/store';
import { addresseeReader, customerReader } from '../../functions/notification/addressee';
import type { NotificationDeps } from '../../functions/notification/deps';
import type { Mailer } from '../../functions/notification/mail';
import { noticeStore } from '../../functions/notification/store';
import { customerStore } from '../../functions/reservation/commit/customerStore';
import { reservationStore } from '../../functions/reservation/commit/store';
import { performanceLookUp, priceTypesLookUp, type ReservationDeps } from '../../functions/reservation/deps';
import { loanReader, memberReader } from '../../functions/reservation/elsewhere';
import { newTicketKey } from '../../local/marquee/ticketKeys';
import { markStore } from '../../shared/erasure/mark';
import type { Publisher } from '../../shared/messaging/publish';
import type { PaymentProvider } from '../../shared/payment/provider';
import type { Log } from '../../shared/telemetry/log';
import { directContainer } from './container';
import type { ContainerName, Database } from './database';
import { sdkError } from './database';
import type { Faults } from './faults';
import { asLaterVersion } from './laterVersion';
import type { Random } from './random';
import type { Owner, Scheduler } from './scheduler';
import { TIME_ZONE } from './zone';

export type Timing = {
  readonly holdDurationMs: number;
  readonly paymentTimeoutMs: number;
  readonly eventAnswerMs: number;
};

/** What a host reaches outside itself. */
export type Surroundings = {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly random: Random;
  readonly database: Database;
  readonly timing: Timing;
  readonly publisherFor: (host: Host) => Publisher;
  readonly paymentsFor: (host: Host) => PaymentProvider;
  readonly mailerFor: (host: Host) => Mailer;
};

type Deps = {
  readonly musical: MusicalDeps;
  readonly reservation: ReservationDeps;
  readonly notification: NotificationDeps;
  readonly mypage: MypageDeps;
  readonly admission: AdmissionDeps;
  readonly lending: LendingDeps;
  readonly membership: MembershipDeps;
};

/** Clocks of hosts differ by up to this, either way. The product reckons with two seconds between two hosts. */
export const MAX_SKEW_MS = 900;
/** How far behind a replica may be that serves a host which has not written itself. */
const MAX_LAG_MS = 3_000;
const MAX_PAUSE_MS = 12_000;
/** The product's own allowance between clocks; it is part of what is tested, so it is not imported. */
const ALLOWANCE_MS = 2_000;

/** Hosts have it from one vault. */
export const codes = ticketCodes(newTicketKey());

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One process of the Functions host: its clock, its session with the database, its caches. All but the clock is lost in a crash. */
export class Host implements Owner {
  life = 0;
  isUp = true;
  busy = 0;
  deps: Deps;
  /** The latest change of each container that this session has seen: it is never shown an older one. */
  private seen: Partial<Record<ContainerName, number>> = {};

  constructor(
    readonly name: string,
    private readonly skewMs: number,
    private readonly around: Surroundings,
    private readonly isOfLaterVersion: boolean,
  ) {
    this.deps = this.freshDeps();
  }

  /** A new process: empty caches, a new session. */
  restart(): void {
    this.seen = {};
    this.busy = 0;
    this.isUp = true;
    this.deps = this.freshDeps();
  }

  /** A call to the store with what may befall it. */
  private store<T>(name: ContainerName, what: string, isWrite: boolean, effect: () => T): Promise<T> {
    const { scheduler, faults } = this.around;
    const call = <R>(outcome: string, work: () => R, afterMs = 0) =>
      scheduler.call(this, `${this.name} ${what}${outcome}`, work, afterMs);
    const lose = (): never => {
      throw sdkError('ECONNRESET', 'socket hang up');
    };
    const done = (): T => {
      const result = effect();
      if (isWrite) this.seen[name] = this.around.database.versions[name].latest;
      return result;
    };
    if (faults.hits('storeRequestLost')) return call(' request lost', lose);
    if (faults.hits('storeBusy')) {
      return call(' busy', () => {
        throw sdkError(faults.int('storeBusy', 2) === 0 ? 429 : 503, 'busy');
      });
    }
    if (faults.hits('storeReplyLost')) {
      return call(' reply lost', () => {
        done();
        return lose();
      });
    }
    const pauseMs = faults.hits('longPause') ? 1 + faults.int('longPause', MAX_PAUSE_MS) : 0;
    return call(pauseMs > 0 ? ' after a pause' : '', done, pauseMs);
  }

  private readPoint(name: ContainerName, latest: number): number {
    const { faults, database, scheduler } = this.around;
    const kind = name === 'availability' ? 'staleProjection' : 'staleRead';
    let point = latest;
    if (faults.hits(kind, false)) {
      const oldest = database.versions[name].oldestSince(scheduler.nowMs - MAX_LAG_MS);
      const lowest = Math.max(this.seen[name] ?? 0, oldest);
      point = lowest + faults.int(kind, latest - lowest + 1);
      if (point < latest) faults.count(kind);
    }
    this.seen[name] = Math.max(this.seen[name] ?? 0, point);
    return point;
  }

  container(name: ContainerName) {
    return directContainer(
      this.around.database,
      name,
      (what, isWrite, effect) => this.store(name, what, isWrite, effect),
      (of, latest) => this.readPoint(of, latest),
      (operations) => (this.isOfLaterVersion ? asLaterVersion(name, operations) : operations),
    );
  }

  private freshDeps(): Deps {
    const { around, skewMs } = this;
    const { timing, scheduler, random } = around;
    const clock = { now: () => scheduler.nowMs + skewMs };
    const authenticate = () => Promise.reject(new Error('the simulation knows its callers'));
    const pacing = { sleep: (ms: number) => scheduler.sleep(this, ms), random: random.next };
    const base = { ...pacing, clock, log: silent, authenticate };
    const publisher = around.publisherFor(this);
    const idempotency = this.container('idempotency');
    const paymentGraceMs = timing.paymentTimeoutMs + ALLOWANCE_MS;
    const containers = {
      musicals: this.container('musicals'),
      venues: this.container('venues'),
      seatingPlans: this.container('seatingPlans'),
      seats: this.container('seats'),
      availability: this.container('availability'),
      members: this.container('members'),
      idempotency,
      erasures: this.container('musical-erasures'),
    };
    return {
      musical: musicalDepsOver(containers, {
        ...base,
        publisher,
        holdDurationMs: timing.holdDurationMs,
        paymentGraceMs,
        timeZone: TIME_ZONE,
      }),
      reservation: {
        ...base,
        publisher,
        reservations: reservationStore(this.container('reservations')),
        idempotency,
        customers: customerStore(this.container('reservation-erasures'), pacing),
        letPaymentEvent: () => undefined,
        hasPerformance: performanceLookUp(containers.musicals),
        priceTypesOf: priceTypesLookUp(containers.musicals),
        loansOf: loanReader(this.container('loans')),
        membershipsOf: memberReader(this.container('memberships')).membershipsOf,
        payments: around.paymentsFor(this),
        delays: { eventMs: timing.eventAnswerMs, paymentMs: paymentGraceMs },
      },
      notification: {
        ...base,
        notices: noticeStore(this.container('notifications')),
        publisher,
        timeZone: TIME_ZONE,
        addresseeOf: addresseeReader(this.container('reservations')),
        customerOf: customerReader(this.container('reservations')),
        marks: markStore(this.container('notification-erasures'), pacing),
        mail: around.mailerFor(this),
        noteUnmailed: async () => undefined,
      },
      mypage: {
        ...base,
        publisher,
        entries: entryStore(this.container('mypage')),
        loans: loanEntryStore(this.container('mypage-loans')),
        members: memberEntryStore(this.container('mypage-memberships')),
        marks: markStore(this.container('mypage-erasures'), pacing),
      },
      admission: { ...base, publisher, tickets: ticketStore(this.container('tickets')), codes },
      lending: lendingDepsOver(
        {
          items: this.container('items'),
          loans: this.container('loans'),
          idempotency,
          erasures: this.container('lending-erasures'),
        },
        { ...base, publisher },
      ),
      membership: membershipDepsOver(
        {
          plans: this.container('plans'),
          memberships: this.container('memberships'),
          idempotency,
          erasures: this.container('membership-erasures'),
        },
        { ...base, publisher, payments: around.paymentsFor(this), timeZone: TIME_ZONE },
      ),
    };
  }
}
