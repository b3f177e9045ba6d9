import { admissionReactions } from '../../functions/admission/triggers/events';
import { lendingReactions } from '../../functions/lending/triggers/events';
import { membershipReactions } from '../../functions/membership/triggers/events';
import { musicalReactions } from '../../functions/musical/seats/triggers/events';
import { mypageReactions } from '../../functions/mypage/triggers/events';
import { notificationReactions } from '../../functions/notification/triggers/events';
import { reservationReactions } from '../../functions/reservation/triggers/events';
import { openEventGrid } from '../../local/azure/eventgrid/engine/engine';
import type { CloudEvent } from '../../local/azure/eventgrid/engine/model';
import { openServiceBus } from '../../local/azure/servicebus/engine/engine';
import { ServiceBusFault } from '../../local/azure/servicebus/engine/fault';
import type { LockedMessage } from '../../local/azure/servicebus/engine/model';
import { isLeftToSweep, react } from '../../shared/messaging/eventHandler';
import type { Publisher } from '../../shared/messaging/publish';
import subscriptions from '../../shared/subscriptions.json';
import { sdkError } from './database';
import type { Host } from './host';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

export const QUEUES = [
  'musical',
  'reservation',
  'notification',
  'mypage',
  'admission',
  'lending',
  'membership',
] as const;
type Queue = (typeof QUEUES)[number];
const EVENT_TYPES = Object.keys(subscriptions);

const HANDLERS: Readonly<Record<Queue, (host: Host, message: unknown) => Promise<void>>> = {
  musical: (host, message) => react(host.deps.musical, musicalReactions, message),
  reservation: (host, message) => react(host.deps.reservation, reservationReactions, message),
  notification: (host, message) => react(host.deps.notification, notificationReactions, message),
  mypage: (host, message) => react(host.deps.mypage, mypageReactions, message),
  admission: (host, message) => react(host.deps.admission, admissionReactions, message),
  lending: (host, message) => react(host.deps.lending, lendingReactions, message),
  membership: (host, message) => react(host.deps.membership, membershipReactions, message),
};

const MAX_DELAY_MS = 30_000;
/** How often what the engines have due is looked for, beyond what they say themselves. */
const LOOK_MS = 5_000;
const TAKEN_AT_ONCE = 4;
const RECEIVED_AT_ONCE = 5;

/** Event Grid and the queues, on the stand-ins' engines, and the hosts' receivers. */
export class Messaging {
  private readonly grid;
  private readonly bus;
  private readonly receiving = new Set<Queue>();
  /** Messages whose every delivery fails until an operator replays them. */
  private readonly poisoned = new Set<number>();
  /** Types of event that this run is hard on: many of them die, as after a deployment that reads them wrongly. */
  private readonly unlucky: ReadonlySet<string>;
  private isDelivering = false;
  private deadLetters = 0;

  constructor(private readonly world: World) {
    const { scheduler, faults } = world;
    const luck = world.random.fork('unlucky');
    this.unlucky = new Set(EVENT_TYPES.filter(() => luck.chance(0.25)));
    const random = () =>
      faults.hits('eventDelayed') ? faults.int('eventDelayed', 1_000_000) / 1_000_000 : 0;
    const { clock } = scheduler;
    this.grid = openEventGrid({
      subscriptions,
      clock,
      chaos: { duplicate: 0, delayMs: MAX_DELAY_MS, random },
    });
    this.bus = openServiceBus({ queues: QUEUES.map((name) => ({ name })), clock });
    this.bus.onAvailable((entity) => {
      if (QUEUES.includes(entity as Queue)) this.wake(entity as Queue);
    });
  }

  /** Looks at what is due; called often enough that nothing waits for ever. */
  look(): void {
    this.bus.advance();
    this.deliverSoon();
    this.world.scheduler.post(OUTSIDE, 'bus looks', () => this.look(), LOOK_MS);
  }

  publisherFor(host: Host): Publisher {
    const { scheduler, faults } = this.world;
    const lose = (): never => {
      throw sdkError('ECONNRESET', 'socket hang up');
    };
    return (events) => {
      const label = `${host.name} publishes ${events.map(({ type, subject }) => `${type} ${subject}`).join(', ')}`;
      if (faults.hits('publishLost')) return scheduler.call(host, `${label} request lost`, lose);
      const isLost = faults.hits('publishReplyLost');
      return scheduler.call(host, isLost ? `${label} reply lost` : label, () => {
        for (const event of events) this.publish(event as unknown as CloudEvent);
        if (isLost) lose();
      });
    };
  }

  private publish(event: CloudEvent): void {
    try {
      this.world.audit.published(event);
    } catch (error) {
      this.world.fail(error);
    }
    this.grid.publish(this.world.faults.hits('eventDuplicated') ? [event, event] : [event]);
    this.deliverSoon();
  }

  private deliverSoon(): void {
    const dueAt = this.grid.nextDueAt();
    if (this.isDelivering || dueAt === undefined) return;
    const { scheduler } = this.world;
    if (dueAt - scheduler.nowMs > LOOK_MS) return;
    this.isDelivering = true;
    scheduler.post(OUTSIDE, 'grid delivers', () => this.deliver(), dueAt - scheduler.nowMs);
  }

  private deliver(): void {
    this.isDelivering = false;
    const { faults, random } = this.world;
    const due = this.grid.takeDue(1 + random.int(TAKEN_AT_ONCE));
    const results = due.map(({ queue, event }) => {
      this.bus.send(queue, [{ payload: Buffer.from(JSON.stringify(event)) }]);
      return faults.hits('deliveryReplyLost')
        ? ({ delivered: false, outcome: 'Lost', permanent: false } as const)
        : ({ delivered: true } as const);
    });
    this.grid.deadLettered(this.grid.report(due, results));
    this.deliverSoon();
  }

  private wake(queue: Queue): void {
    if (this.receiving.has(queue)) return;
    this.receiving.add(queue);
    this.world.scheduler.post(OUTSIDE, `${queue} receives`, () => this.receive(queue));
  }

  private receive(queue: Queue): void {
    this.receiving.delete(queue);
    const host = this.world.hosts.anyUp();
    if (host === undefined) {
      this.world.scheduler.post(OUTSIDE, `${queue} waits`, () => this.wake(queue), 1_000);
      return;
    }
    const wanted = 1 + this.world.random.int(RECEIVED_AT_ONCE);
    const messages = this.bus.receive(queue, wanted);
    for (const message of messages) this.world.hosts.start(host, () => this.handle(host, queue, message));
    // Fewer than asked for: the queue is empty, and says so when it is no longer.
    if (messages.length === wanted) this.wake(queue);
  }

  private async handle(host: Host, queue: Queue, message: LockedMessage): Promise<void> {
    const { scheduler, faults } = this.world;
    const { sequenceNumber, lockToken } = message;
    const event = JSON.parse(Buffer.from(message.payload).toString()) as CloudEvent;
    if (message.deliveryCount === 0 && this.isPoison(event)) this.poisoned.add(sequenceNumber);
    const what = `${host.name} ${queue} ${event.type} ${String(event.subject)}`;
    await scheduler.call(host, `${what} delivery ${message.deliveryCount}`, () => undefined);
    const hear = () =>
      HANDLERS[queue](host, event).catch((error: unknown) => {
        if (!isLeftToSweep(error, message.deliveryCount + 1)) throw error;
      });
    const isDone = !this.poisoned.has(sequenceNumber) && (await this.world.succeeds(what, hear()));
    if (faults.hits('settlementLost')) return;
    await scheduler.call(host, `${what} ${isDone ? 'done' : 'returned'}`, () =>
      this.settle(isDone, lockToken),
    );
  }

  private isPoison({ type }: CloudEvent): boolean {
    const { faults } = this.world;
    return faults.hits('poisonedDelivery') || (this.unlucky.has(type) && faults.hits('unluckyEvent'));
  }

  private settle(isDone: boolean, lockToken: string): void {
    try {
      if (isDone) this.bus.complete(lockToken);
      else this.bus.abandon(lockToken);
    } catch (error) {
      // The lock had ended, as it does for a host that was away for too long: the message is somebody else's.
      if (!(error instanceof ServiceBusFault && error.code === 'lock-lost')) throw error;
    }
  }

  /** The operator puts every dead letter back. Returns how many there were. */
  replay(): number {
    let replayed = 0;
    for (const queue of QUEUES) {
      for (const message of this.bus.receive(`${queue}/$deadletterqueue`, 1_000)) {
        this.bus.send(queue, [{ payload: message.payload }]);
        this.bus.complete(message.lockToken);
        replayed += 1;
      }
    }
    this.deadLetters += replayed;
    return replayed;
  }

  replayed(): number {
    return this.deadLetters;
  }

  /** Messages and events that are still on their way. */
  pending(): number {
    const inQueues = QUEUES.map((queue) => this.bus.counts(queue));
    return this.grid.pending() + inQueues.reduce((sum, { active, locked }) => sum + active + locked, 0);
  }

  /** Whether none is. What is locked is due some day, and that is known without counting. */
  isIdle(): boolean {
    this.bus.advance();
    return this.grid.pending() === 0 && this.bus.nextDueAt() === undefined && this.pending() === 0;
  }

  deadLettered(): number {
    return QUEUES.reduce((sum, queue) => sum + this.bus.counts(queue).deadLettered, 0);
  }

  close(): void {
    this.grid.close();
    this.bus.close();
  }
}
