import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import type { Mailer } from '../../functions/notification/mail';
import { isoTime } from '../../shared/kernel/time';
import { Audit } from './audit/audit';
import { Client } from './client';
import { Database, keyOf } from './database';
import { Desk } from './desk';
import { type FaultKind, Faults } from './faults';
import { Feeds } from './feeds';
import type { Host, Timing } from './host';
import { Hosts } from './hosts';
import { drawPerformance } from './house';
import { Messaging } from './messaging';
import { Payments } from './payments';
import { type Random, seededRandom } from './random';
import { Scheduler } from './scheduler';
import { Staff } from './staff';
import { Sweeps } from './sweeps';
import { defect, isExpected } from './task';
import type { Violation } from './violation';

export type Plan = {
  readonly seed: string;
  /** The run closes when so many reservations were made. */
  readonly reservations: number;
  readonly off: ReadonlySet<FaultKind>;
  readonly keepsTrace: boolean;
};

/** A minute before the theatre's day ends. */
const START_MS = Date.UTC(2026, 10, 20, 2, 59);

/** Everything there is in one run, made from its seed. */
export class World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly database: Database;
  readonly audit: Audit;
  readonly payments: Payments;
  readonly messaging: Messaging;
  readonly hosts: Hosts;
  readonly feeds: Feeds;
  readonly sweeps: Sweeps;
  readonly desk: Desk;
  readonly staff: Staff;
  readonly client: Client;
  readonly timing: Timing;
  readonly performances: readonly Performance[];
  violation: Violation | undefined;

  constructor(readonly plan: Plan) {
    this.random = seededRandom(plan.seed);
    const { random } = this;
    this.scheduler = new Scheduler(
      random.fork('schedule'),
      START_MS,
      random.pick([4, 15, 60]),
      plan.keepsTrace,
    );
    this.faults = new Faults(random.fork('faults'), random.pick([0, 0.2, 0.5, 1, 1.5]), plan.off);
    this.timing = {
      holdDurationMs: random.pick([6_000, 20_000, 60_000]),
      paymentTimeoutMs: 3_000,
      eventAnswerMs: 10_000,
    };
    this.audit = new Audit(this.timing.holdDurationMs);
    this.database = new Database(this.scheduler.clock, (container, documents) => {
      try {
        this.audit.committed(container, documents, this.scheduler.nowMs);
      } catch (error) {
        this.fail(error);
      }
      this.feeds?.changed(container);
    });
    this.payments = new Payments(this);
    this.messaging = new Messaging(this);
    this.hosts = new Hosts(
      this,
      {
        scheduler: this.scheduler,
        faults: this.faults,
        random: random.fork('choices'),
        database: this.database,
        timing: this.timing,
        publisherFor: (host) => this.messaging.publisherFor(host),
        paymentsFor: (host) => this.payments.providerFor(host),
        mailerFor: (host) => this.mailerFor(host),
      },
      random.between(1, 3),
    );
    this.feeds = new Feeds(this);
    this.sweeps = new Sweeps(this);
    this.desk = new Desk(this);
    this.staff = new Staff(this);
    this.client = new Client(this);
    this.performances = Array.from({ length: random.between(1, 3) }, (_, i) =>
      this.open(drawPerformance(random, i + 1, START_MS)),
    );
  }

  private open(performance: Performance): Performance {
    const { performanceId: id, musicalId } = performance;
    this.audit.open(performance);
    const resourceBody = { id, kind: 'performance', ...performance };
    this.database.batch('musicals', keyOf(musicalId), [{ operationType: 'Create', resourceBody }]);
    return performance;
  }

  private mailerFor(host: Host): Mailer {
    return (mail) => {
      const lose = (): never => {
        throw new Error('the mail server does not answer');
      };
      const label = `${host.name} mails ${mail.messageId}`;
      if (this.faults.hits('mailLost')) return this.scheduler.call(host, `${label} request lost`, lose);
      const isLost = this.faults.hits('mailReplyLost');
      return this.scheduler.call(host, isLost ? `${label} reply lost` : label, () => {
        this.audit.mailed(mail, this.scheduler.nowMs);
        if (isLost) lose();
      });
    };
  }

  isClosing(): boolean {
    return this.audit.reservations.all.size >= this.plan.reservations;
  }

  /** The first violation counts: what comes after it is its consequence. */
  fail(error: unknown): void {
    this.violation ??= defect('the simulation', error);
  }

  /** True when work was done, false when it met a fault that passes; anything else is a violation. */
  async succeeds(what: string, work: Promise<void>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      if (!isExpected(error)) this.fail(defect(what, error));
      return false;
    }
  }

  /** Runs the scheduler until this is known. */
  async soon<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const noted = work.finally(() => {
      isDone = true;
    });
    noted.catch(() => undefined);
    await this.scheduler.run(() => isDone || this.violation !== undefined);
    if (this.violation !== undefined) throw this.violation;
    return noted;
  }

  /** Nothing is on its way and nothing is due for as long as anything is ever watched. */
  isQuiet(): boolean {
    const { due } = this.audit;
    const isIdle =
      due.reservations.size + due.notifications.size + due.musicals.size + due.erasures.size === 0;
    return (
      isIdle &&
      !this.audit.loans.isUnsettled() &&
      !this.audit.members.isUnsettled(this.now()) &&
      this.feeds.areDone() &&
      this.messaging.isIdle()
    );
  }

  now(): string {
    return isoTime(this.scheduler.nowMs);
  }

  close(): void {
    this.database.close();
    this.messaging.close();
    this.payments.engine.close();
  }
}
