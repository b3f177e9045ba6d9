import type { Reservation } from '../api/types';
import { pathTo } from '../app/routes';
import { inLanguage } from '../texts/format';

/** What a payment page is asked for. It comes back by one of the two addresses. */
export type Order = {
  /** The reservation's id, or what a bill shows: the provider keeps it beside the payment, so that nothing paid is ever without an owner. */
  readonly orderId: string;
  readonly orderName: string;
  readonly amount: number;
  readonly currency: string;
  readonly successUrl: string;
  readonly failUrl: string;
};

/** Source: Toss Payments takes names of up to 100 characters. */
const MAX_NAME = 100;

export const orderName = (name: string): string => name.slice(0, MAX_NAME);

export const orderOf = (
  { reservationId, title = '', amount, currency }: Reservation,
  origin: string = location.origin,
): Order => ({
  orderId: reservationId,
  orderName: orderName(title === '' ? reservationId : inLanguage(title)),
  amount,
  currency,
  successUrl: origin + pathTo.done(reservationId),
  failUrl: origin + pathTo.pay(reservationId),
});

/** The key that the payment page has sent back, if it is for this order. The address proves nothing: the server asks the provider. */
export const paymentKeyIn = (query: Readonly<Record<string, string>>, orderId: string): string | undefined =>
  query.orderId === orderId && query.paymentKey ? query.paymentKey : undefined;
