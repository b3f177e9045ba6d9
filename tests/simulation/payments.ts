import { openPaymentEngine, type PaymentReply } from '../../local/marquee/payment/engine';
import { digest } from '../../shared/kernel/ids';
import type { PaymentProvider } from '../../shared/payment/provider';
import {
  cancellationBody,
  readCancellation,
  readConfirmation,
  readPayment,
} from '../../shared/payment/tossReplies';
import type { Host } from './host';
import type { World } from './world';

type Reply = { readonly status: number; readonly body: unknown };
const MAX_CALLS = 2;

/** The provider of all hosts, on the stand-in's engine; every effect is told to the books of the simulation. */
export class Payments {
  private keys = 0;
  readonly engine;

  constructor(private readonly world: World) {
    this.engine = openPaymentEngine({
      file: ':memory:',
      clock: world.scheduler.clock,
      newKey: () => `key${++this.keys}`,
      takesOrdersAgain: true,
    });
  }

  /** The customer authorises a payment in the provider's window. */
  authorise(orderId: string, amount: number): string {
    const { faults, random } = this.world;
    const card = faults.hits('cardDeclined')
      ? 'decline'
      : faults.hits('cardHangs')
        ? 'hang'
        : faults.hits('cardLate')
          ? 'approve-late'
          : 'approve';
    const captureAfterMs = random.chance(0.5) ? 0 : random.int(60_000);
    const body = { orderId, amount, card, captureAfterMs, lateMs: captureAfterMs + random.int(20_000) };
    const { paymentKey } = this.engine.createSandboxPayment(body).body as { paymentKey: string };
    this.world.audit.money.authorised(orderId, paymentKey);
    return paymentKey;
  }

  private balanceOf(paymentKey: string): number {
    return (this.engine.find(paymentKey).body as { balanceAmount: number }).balanceAmount;
  }

  providerFor(host: Host): PaymentProvider {
    const { faults, audit } = this.world;
    return {
      confirm: async ({ paymentKey, orderId, amount }) => {
        audit.money.asked(orderId, paymentKey, host.deps.reservation.clock.now());
        const key = digest(['confirm', orderId, paymentKey], 32);
        const reply = await this.ask(host, `confirm ${orderId} ${paymentKey}`, () => {
          this.engine.changeFaults({ failConfirms: faults.hits('confirmFails') ? 1 : 0 });
          const answer = this.engine.confirm({ paymentKey, orderId, amount }, key);
          audit.money.captured(orderId, this.engine);
          return answer;
        });
        return reply === undefined || reply.status >= 500 ? { kind: 'unknown' } : readConfirmation(reply);
      },
      find: async (paymentKey) => {
        const reply = await this.ask(host, `find ${paymentKey}`, () => this.engine.find(paymentKey));
        return reply === undefined ? { kind: 'unknown' } : readPayment(reply);
      },
      cancel: async ({ paymentKey, part, reason, idempotencyKey }) => {
        const reply = await this.ask(host, `refund ${paymentKey} ${part?.amount}`, () => {
          this.engine.changeFaults({ refuseCancels: faults.hits('refundRefused') ? 1 : 0 });
          const before = this.balanceOf(paymentKey);
          const answer = this.engine.cancel(paymentKey, cancellationBody(reason, part), idempotencyKey);
          audit.money.refundAsked(
            paymentKey,
            idempotencyKey,
            readCancellation(answer),
            this.world.scheduler.nowMs,
          );
          if (this.balanceOf(paymentKey) !== before) audit.money.refunded(paymentKey, this.engine);
          return answer;
        });
        return reply === undefined ? 'unknown' : readCancellation(reply);
      },
      closedForSeconds: () => (faults.hits('circuitOpen') ? 10 : undefined),
    };
  }

  /** One call with its deadline and its bounded retry, as the product's adapter makes it; undefined: nobody knows. */
  private async ask(host: Host, what: string, effect: () => PaymentReply): Promise<Reply | undefined> {
    let reply: Reply | undefined;
    for (let attempt = 0; attempt < MAX_CALLS; attempt++) {
      reply = await this.once(host, what, effect);
      if (reply === undefined || reply.status < 500) return reply;
    }
    return reply;
  }

  private async once(host: Host, what: string, effect: () => PaymentReply): Promise<Reply | undefined> {
    const { scheduler, faults, timing } = this.world;
    const label = `${host.name} ${what}`;
    if (faults.hits('providerDown')) return scheduler.call(host, `${label} down`, () => undefined);
    const isLost = faults.hits('providerReplyLost');
    const reply = await scheduler.call(host, isLost ? `${label} reply lost` : label, effect);
    if (isLost) return undefined;
    const waitMs = (reply.answerAt ?? Number.POSITIVE_INFINITY) - scheduler.nowMs;
    if (waitMs > timing.paymentTimeoutMs) {
      await scheduler.sleep(host, timing.paymentTimeoutMs);
      return undefined;
    }
    if (waitMs > 0) await scheduler.sleep(host, waitMs);
    return reply;
  }
}
