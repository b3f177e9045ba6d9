import { z } from 'zod';
import { orderForm } from './sandbox';

const given = z.string('is missing');

/** Nobody is sent on to a page that is not of this machine. */
const localUrl = given.refine(isOfThisMachine, 'must be an http address of 127.0.0.1 or localhost');

/** The query of `GET /pay`, by the names that the provider's SDK has for them. */
export const payRequest = z.object({
  orderId: given.pipe(orderForm.orderId),
  amount: given
    .regex(/^\d+$/, 'must be whole minor units of the currency')
    .transform(Number)
    .pipe(orderForm.amount),
  currency: orderForm.currency,
  orderName: given.min(1, 'is missing').max(100, 'has at most 100 characters'),
  successUrl: localUrl,
  failUrl: localUrl,
  locale: z.string().optional(),
});

export type PayRequest = z.infer<typeof payRequest>;

/** Where the provider leads after the customer has paid. Source: https://docs.tosspayments.com/reference/widget-sdk (`successUrl`) */
export const successAddress = ({ successUrl, orderId, amount }: PayRequest, paymentKey: string): string =>
  withQuery(successUrl, { paymentKey, orderId, amount: String(amount), paymentType: 'NORMAL' });

/** Where the provider leads after the customer has gone back. Source: https://docs.tosspayments.com/reference/error-codes */
export const cancelAddress = ({ failUrl, orderId }: PayRequest, message: string): string =>
  withQuery(failUrl, { code: 'PAY_PROCESS_CANCELED', message, orderId });

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function isOfThisMachine(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && ['127.0.0.1', 'localhost'].includes(hostname);
}
