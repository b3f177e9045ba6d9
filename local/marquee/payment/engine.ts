import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Clock, systemClock } from '../../../shared/kernel/clock';
import { cancel } from './cancel';
import { confirm } from './confirm';
import { captureAtDesk, refundAtDesk, type Webhook, webhookOf } from './desk';
import { type ErrorCode, refusal } from './errors';
import { forgetOldKeys, once } from './idempotency';
import { changeFaults, createSandboxPayment, type Faults, NO_FAULTS } from './sandbox';
import { openStore, type StoredReply } from './store';
import { toWire } from './wire';

export type PaymentEngineOptions = {
  /** SQLite file. `:memory:` keeps everything in the process. */
  readonly file: string;
  readonly clock?: Clock;
  /** A new, unique key of at most 200 characters. The simulation brings a repeatable one. */
  readonly newKey?: () => string;
  /** A lenient provider captures an order twice, so that the simulation sees who asks for it. */
  readonly takesOrdersAgain?: boolean;
};

/** What to answer, and when. `answerAt` is in the clock's milliseconds, null for never. */
export type PaymentReply = StoredReply;

export type PaymentEngine = ReturnType<typeof openPaymentEngine>;

/** The payment provider without its HTTP front. Every operation is done when it returns, and survives the process. */
export function openPaymentEngine(options: PaymentEngineOptions) {
  const { file, clock = systemClock, takesOrdersAgain = false } = options;
  const { newKey = () => randomBytes(16).toString('hex') } = options;
  const store = openStore(file);
  let faults = NO_FAULTS;
  forgetOldKeys(store, clock.now());

  const ok = (body: unknown): PaymentReply => ({ status: 200, body, answerAt: clock.now() });
  const refuse = (code: ErrorCode, detail?: string) => ({ ...refusal(code, detail), answerAt: clock.now() });
  const takeFault = (name: 'refuseCancels' | 'failConfirms'): boolean => {
    if (faults[name] === 0) return false;
    faults = { ...faults, [name]: faults[name] - 1 };
    return true;
  };

  return {
    confirm(body: unknown, key?: string): PaymentReply {
      if (takeFault('failConfirms')) return refuse('FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING');
      const now = clock.now();
      return once(store, now, { key, address: 'confirm' }, () => confirm(store, now, body, takesOrdersAgain));
    },
    cancel(paymentKey: string, body: unknown, key?: string): PaymentReply {
      const now = clock.now();
      return once(store, now, { key, address: `${paymentKey}/cancel` }, () =>
        takeFault('refuseCancels')
          ? refuse('FAILED_REFUND_PROCESS')
          : cancel(store, now, newKey, paymentKey, body),
      );
    },
    find(paymentKey: string): PaymentReply {
      const payment = store.get(paymentKey);
      return payment ? ok(toWire(payment, clock.now())) : refuse('NOT_FOUND_PAYMENT');
    },
    /** The order's captured payment, else its newest. */
    findByOrder(orderId: string): PaymentReply {
      const payments = store.list(orderId);
      const payment = payments.find(({ capturedAt }) => capturedAt !== undefined) ?? payments[0];
      return payment ? ok(toWire(payment, clock.now())) : refuse('NOT_FOUND_PAYMENT');
    },
    createSandboxPayment(body: unknown): PaymentReply {
      const payment = createSandboxPayment(store, clock.now(), `tgen_${newKey()}`, body);
      if (payment instanceof z.ZodError) return refuse('INVALID_REQUEST', z.prettifyError(payment));
      return ok({ paymentKey: payment.paymentKey });
    },
    listSandboxPayments: (orderId?: string): PaymentReply =>
      ok({ payments: store.list(orderId).map((payment) => toWire(payment, clock.now())) }),
    refundAtDesk: (paymentKey: string, body: unknown): PaymentReply =>
      store.transaction(() => refundAtDesk(store, clock.now(), newKey, paymentKey, body)),
    captureAtDesk: (paymentKey: string): PaymentReply =>
      store.transaction(() => captureAtDesk(store, clock.now(), paymentKey)),
    /** What the webhook of this payment says and how often it is to be sent. The caller sends it. */
    webhook(paymentKey: string, body: unknown): Webhook | PaymentReply {
      const payment = store.get(paymentKey);
      if (payment === undefined) return refuse('NOT_FOUND_PAYMENT');
      const webhook = webhookOf(payment, clock.now(), body);
      return webhook instanceof z.ZodError ? refuse('INVALID_REQUEST', z.prettifyError(webhook)) : webhook;
    },
    /** Faults live in the process, so a restart mends them. */
    changeFaults(body: unknown): PaymentReply {
      const changed = changeFaults(faults, body);
      if (changed instanceof z.ZodError) return refuse('INVALID_REQUEST', z.prettifyError(changed));
      faults = changed;
      return ok(faults);
    },
    faults: (): Faults => faults,
    close: (): void => store.close(),
  };
}
