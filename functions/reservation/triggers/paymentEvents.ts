import { endpoint } from '../../../shared/http/endpoint';
import { Problem } from '../../../shared/http/problem';
import { digest } from '../../../shared/kernel/ids';
import { isoTime } from '../../../shared/kernel/time';
import { newEvent } from '../../../shared/messaging/envelope';
import { publish, Unpublished } from '../../../shared/messaging/publish';
import { problem, problems } from '../../problems';
import { paymentNoticed } from '../contract';
import type { ReservationDeps } from '../deps';
import { orderIdOf, paymentEventBody } from './schemas';

/**
 * The payment provider's webhook, which anybody can call. All that is taken from it is the id of an order, as a hint at
 * whom to ask the provider about. The same body twice is the same event.
 */
export const postPaymentEvent = endpoint(
  {
    method: 'POST',
    route: 'payment-events',
    summary: 'The payment provider’s webhook: something happened to a payment of this order',
    auth: 'anyone',
    body: paymentEventBody,
    maxBodyLength: 16_384,
    answers: { 200: { description: 'It will be looked into, if the order is one of ours' } },
  },
  async (deps: ReservationDeps, { body }) => {
    const secondsToWait = deps.letPaymentEvent();
    if (secondsToWait !== undefined) throw tooMany(secondsToWait);
    const orderId = orderIdOf(body);
    const event = newEvent(paymentNoticed, {
      causeId: digest([orderId, JSON.stringify(body)], 32),
      subject: orderId,
      time: isoTime(deps.clock.now()),
      data: { orderId },
    });
    try {
      await publish(deps.publisher, [event]);
    } catch (error) {
      if (!(error instanceof Unpublished)) throw error;
      deps.log.warn('payment event not published', { orderId, reason: error.message });
      throw problem('unavailable', 'Please send it again.');
    }
    return { status: 200 };
  },
);

const tooMany = (secondsToWait: number): Problem =>
  new Problem(
    'too-many-requests',
    problems['too-many-requests'],
    'Too many payment events came at once. Send it again later.',
    {},
    secondsToWait,
  );
