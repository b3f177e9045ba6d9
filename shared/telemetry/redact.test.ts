import { jsonLog } from './log';
import { redactFields, redactText } from './redact';
import { addAttributes, inSpan } from './trace';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJraW0ifQ.c2lnbmF0dXJl';

test.each([
  [`refused ${token}`, 'refused [hidden]'],
  ['550 <kim.lee+1@example.co.kr>: no such mailbox', '550 <[hidden]>: no such mailbox'],
  ['authorization: Bearer abcdef123456', 'authorization: [hidden]'],
  [
    'GET http://127.0.0.1:9900/v1/payments/tviva20261121 failed',
    'GET http://127.0.0.1:9900/v1/payments/[hidden] failed',
  ],
  ['POST /v1/payments/confirm answered 500', 'POST /v1/payments/confirm answered 500'],
  ['key test_sk_local is wrong', 'key [hidden] is wrong'],
  ['AccountEndpoint=http://x/;AccountKey=abc==', 'AccountEndpoint=http://x/;[hidden]'],
  ['performance m1.p1, seats A-1-1', 'performance m1.p1, seats A-1-1'],
])('"%s" is shown as "%s"', (text, shown) => {
  expect(redactText(text)).toBe(shown);
});

test('what is private by its name is hidden, however deep, and ids stay', () => {
  const fields = {
    reservationId: 'r1',
    payment: { paymentKey: 'card-1', amount: 3 },
    customer: [{ email: 'kim@example.com', locale: 'ko' }],
    authorization: 'x',
    token: undefined,
  };
  expect(redactFields(fields)).toEqual({
    reservationId: 'r1',
    payment: { paymentKey: '[hidden]', amount: 3 },
    customer: [{ email: '[hidden]', locale: 'ko' }],
    authorization: '[hidden]',
    token: undefined,
  });
});

test('a log line hides the same in its message and its fields, and carries the attributes of its span', async () => {
  const lines: string[] = [];
  const keep = (line: string) => lines.push(line);
  const log = jsonLog({ info: keep, warn: keep, error: keep });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await inSpan({ name: 'a', traceparent, attributes: { performanceId: 'p1' } }, async () => {
    addAttributes({ reservationId: 'r1' });
    log.warn('mail to kim@example.com failed', { reason: `Bearer ${token}`, paymentKey: 'card-1' });
  });
  log.info('outside');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      message: 'mail to [hidden] failed',
      performanceId: 'p1',
      reservationId: 'r1',
      traceId: '0af7651916cd43dd8448eb211c80319c',
      reason: 'Bearer [hidden]',
      paymentKey: '[hidden]',
    },
    { message: 'outside' },
  ]);
});
