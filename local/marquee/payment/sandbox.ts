import { z } from 'zod';
import { CARDS, type Payment } from './payment';
import type { PaymentStore } from './store';

/** What is paid for. Source of the orderId's form: https://docs.tosspayments.com/reference (confirm payment, `orderId`) */
export const orderForm = {
  orderId: z.string().regex(/^[A-Za-z0-9_=-]{6,64}$/, '6 to 64 of A–Z, a–z, 0–9, -, _ and ='),
  amount: z.int().positive(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three letters, as KRW')
    .default('KRW'),
};

const sandboxPayment = z.strictObject({
  ...orderForm,
  card: z.enum(CARDS).default('approve'),
  lateMs: z.int().nonnegative().default(30_000),
  captureAfterMs: z.int().nonnegative().default(0),
});

const faults = z.strictObject({
  refuseCancels: z.int().nonnegative().optional(),
  failConfirms: z.int().nonnegative().optional(),
  down: z.boolean().optional(),
});

export type Faults = {
  /** The next n cancellations fail with FAILED_REFUND_PROCESS and change nothing. */
  readonly refuseCancels: number;
  /** The next n confirmations fail with a 500 and change nothing. */
  readonly failConfirms: number;
  /** Every call of the wire API loses its connection before anything is done. */
  readonly down: boolean;
};

export const NO_FAULTS: Faults = { refuseCancels: 0, failConfirms: 0, down: false };

/** Plays the customer in the provider's window, which makes a payment that waits for its confirmation. */
export function createSandboxPayment(
  store: PaymentStore,
  now: number,
  paymentKey: string,
  body: unknown,
): Payment | z.ZodError {
  const parsed = sandboxPayment.safeParse(body ?? {});
  if (!parsed.success) return parsed.error;
  const payment: Payment = { ...parsed.data, paymentKey, requestedAt: now, cancels: [] };
  store.add(payment);
  return payment;
}

export function changeFaults(current: Faults, body: unknown): Faults | z.ZodError {
  const parsed = faults.safeParse(body ?? {});
  if (!parsed.success) return parsed.error;
  const { refuseCancels, failConfirms, down } = parsed.data;
  return {
    refuseCancels: refuseCancels ?? current.refuseCancels,
    failConfirms: failConfirms ?? current.failConfirms,
    down: down ?? current.down,
  };
}
