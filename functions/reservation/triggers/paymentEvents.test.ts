import { httpHandler } from '../../../shared/http/handler';
import { tokenBucket } from '../../../shared/kernel/tokenBucket';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openReservation } from '../../../tests/samples/openReservation';
import { postPaymentEvent } from './paymentEvents';

/** The provider, or somebody else, calls the webhook without any token. */
function openWebhook() {
  const { deps, topic, clock } = openReservation();
  const letPaymentEvent = tokenBucket({ now: () => clock.nowMs }, { burst: 3, perSecond: 1 });
  const calling = { ...deps, letPaymentEvent };
  const post = async (body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request = sampleRequest({ path: 'payment-events', body: text });
    const answer = await httpHandler(calling, postPaymentEvent)(request, sampleInvocation().context);
    const { status, headers } = answer as { status: number; headers: Record<string, string> };
    return { status, headers };
  };
  return { post, topic };
}

/** As the provider writes it. */
const changed = (status: string) => ({
  eventType: 'PAYMENT_STATUS_CHANGED',
  createdAt: '2026-11-21T19:05:00.000000',
  data: { orderId: 'reservation-1', paymentKey: 'card-1', status, totalAmount: 340_000, balanceAmount: 0 },
});

test('of a webhook nothing is told but the order it names', async () => {
  const { post, topic } = openWebhook();
  expect((await post(changed('CANCELED'))).status).toBe(200);
  expect(topic.taken).toMatchObject([{ type: 'PaymentNoticed', subject: 'reservation-1' }]);
  expect(topic.taken[0]?.data).toEqual({ orderId: 'reservation-1' });
});

test('the same webhook twice is the same event, another one of the same order is another', async () => {
  const { post, topic } = openWebhook();
  for (const status of ['DONE', 'DONE', 'CANCELED']) await post(changed(status));
  expect(new Set(topic.taken.map(({ id }) => id)).size).toBe(2);
});

test('an event that names its order beside its data is heard too', async () => {
  const { post, topic } = openWebhook();
  await post({ createdAt: '2026-11-21T19:05:00.000000', status: 'DONE', orderId: 'reservation-1' });
  expect(topic.taken.map(({ subject }) => subject)).toEqual(['reservation-1']);
});

test.each([
  ['no JSON', 'orderId=reservation-1'],
  ['no object', '[]'],
  ['no order', { eventType: 'PAYOUT_STATUS_CHANGED', data: {} }],
  ['an order that is no id', { data: { orderId: "x' OR 1=1" } }],
  ['an order that is no text', { data: { orderId: { $ne: '' } } }],
  ['a long one', { data: { orderId: 'r', text: 'x'.repeat(20_000) } }],
])('%s is refused, and tells nothing', async (_what, body) => {
  const { post, topic } = openWebhook();
  expect([400, 413]).toContain((await post(body)).status);
  expect(topic.taken).toEqual([]);
});

test('one too many is told when to come again, and tells nothing', async () => {
  const { post, topic } = openWebhook();
  const answers = [];
  for (let i = 0; i < 5; i++) answers.push(await post(changed('DONE')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
  expect(answers[3]?.headers['retry-after']).toBe('1');
  expect(topic.taken).toHaveLength(3);
});

test('a topic that is away: the provider is asked to send it again', async () => {
  const { post, topic } = openWebhook();
  topic.isAway = true;
  expect((await post(changed('DONE'))).status).toBe(503);
});
