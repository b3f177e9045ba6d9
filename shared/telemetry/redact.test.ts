import fc from 'fast-check';
import { replaceSteps } from '../../tests/samples/backtracking';
import { jsonLog } from './log';
import { PRIVATE_TEXT, redactFields, redactText } from './redact';
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
  [
    'refused a&b@example.com, 민지@예매.한국 and a..b@docomo.ne.jp',
    'refused [hidden], [hidden] and [hidden]',
  ],
  [
    'at read (/app/node_modules/@azure/cosmos/index.js:1:2)',
    'at read (/app/node_modules/@azure/cosmos/index.js:1:2)',
  ],
  [`half a token eyJhbGciOi`, 'half a token [hidden]'],
])('"%s" is shown as "%s"', (text, shown) => {
  expect(redactText(text)).toBe(shown);
});

/** What the patterns look for, whole and in halves. */
const PIECES = [
  'eyJ-',
  'eyJ',
  '.',
  '-',
  'a',
  '가',
  '@',
  'a@',
  '@a.',
  ' ',
  'Bearer ',
  'Basic',
  'sig=',
  '/v1/payments/',
  'test_sk_',
  'live_',
  '%',
  '<',
];
const LENGTH = 1_500;
const STEPS_A_CHARACTER = 60;

const stepsOf = (patterns: readonly RegExp[], text: string): number =>
  patterns.reduce((sum, pattern) => sum + replaceSteps(pattern, text).steps, 0);

const hostileText = fc
  .tuple(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }),
  )
  .map(([before, again, after]) => {
    const piece = again.join('');
    return before.join('') + piece.repeat(LENGTH / piece.length) + after.join('');
  });

test('a ticket’s code is shown without its signature', () => {
  const code = `BDM5.R1ABC.1.FM6ZMH.${'A1'.repeat(51)}Z`;
  expect(redactText(`tickets: ${code}`)).toBe('tickets: BDM5.R1ABC.1.FM6ZMH.[hidden]');
});

test('however a stranger writes it, a text takes a few steps a character to be hidden', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(stepsOf(PRIVATE_TEXT, text) / PRIVATE_TEXT.length).toBeLessThan(STEPS_A_CHARACTER * text.length);
    }),
    { numRuns: 150, seed: 17 },
  );
  // What the count is for: this one began anew at each "eyJ" and read all that is left.
  const quadratic = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
  expect(stepsOf([quadratic], 'eyJ-'.repeat(LENGTH / 4))).toBeGreaterThan(STEPS_A_CHARACTER * LENGTH);
});

test('the count of steps finds what the engine finds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      for (const pattern of PRIVATE_TEXT)
        expect(replaceSteps(pattern, text).matches).toEqual(text.match(pattern) ?? []);
    }),
    { numRuns: 500, seed: 17 },
  );
});

test('a text is cut before anybody looks at it', () => {
  expect(redactText('x'.repeat(1_000_000))).toHaveLength(4_097);
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
