import { cancelReasonSchema, rejectionReasonSchema, type ToldTerms } from '../../reservation/contract';
import type { NoticeEvent } from './language';
import { noticeOf, retryAfterMs } from './notice';
import { textOf } from './texts';

const kim = { email: 'kim@example.com', locale: 'ko-KR' };

const told = {
  reservationId: 'r1',
  performanceId: 'm1.p1',
  customerId: 'kim',
  title: 'Midnight',
  startsAt: '2026-12-24T10:30:00.000Z',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
  seats: ['A-1-1', 'A-1-2'],
  amount: 340_000,
  currency: 'KRW',
};
const {
  title: _title,
  startsAt: _startsAt,
  venue: _venue,
  ...toldBeforeSeats
} = { ...told, seats: [], amount: 0, currency: '' };

const envelope = {
  specversion: '1.0',
  id: 'e1',
  source: '/marquee/reservation',
  subject: 'r1',
  time: '2026-11-21T10:00:00.000Z',
  datacontenttype: 'application/json',
} as const;

const completed = (changes: Partial<typeof told & ToldTerms> = {}): NoticeEvent => ({
  ...envelope,
  type: 'ReservationCompleted',
  data: { ...told, ...changes },
});
const expired: NoticeEvent = { ...envelope, type: 'ReservationExpired', data: told };
const cancelled = (reason: (typeof CANCEL_REASONS)[number], fee: number, refund: number): NoticeEvent => ({
  ...envelope,
  type: 'ReservationCancelled',
  data: { ...told, reason, fee, refund },
});
const cancelledBeforeSeats: NoticeEvent = {
  ...envelope,
  type: 'ReservationCancelled',
  data: { ...toldBeforeSeats, reason: 'customer', fee: 0, refund: 0 },
};
const revoked = {
  ...cancelled('performance-cancelled', 0, 340_000),
  type: 'ReservationRevoked',
} as NoticeEvent;
const moved: NoticeEvent = {
  ...envelope,
  type: 'ReservationMoved',
  data: {
    ...told,
    n: 2,
    from: { startsAt: '2026-12-23T10:30:00.000Z', venue: { ...told.venue, name: 'Red Square' } },
  },
};
const lineOf = (seatId: string) => ({ seatId, tier: 'VIP', priceTypeId: 'standard', price: 170_000 });
const reduced: NoticeEvent = {
  ...envelope,
  type: 'ReservationReduced',
  data: {
    ...told,
    version: 4,
    n: 2,
    seats: ['A-1-3'],
    lines: ['A-1-1', 'A-1-2'].map(lineOf),
    fee: 8_000,
    refund: 332_000,
    part: { fee: 4_000, refund: 166_000 },
  },
};
const reseated: NoticeEvent = {
  ...envelope,
  type: 'ReservationReseated',
  data: { ...told, version: 5, n: 4, from: ['A-1-9'], to: ['A-1-2'] },
};
const putBack: NoticeEvent = { ...envelope, type: 'CancellationPutBack', data: { ...told, n: 3 } };
const rejected = (reason: (typeof REJECT_REASONS)[number]): NoticeEvent => ({
  ...envelope,
  type: 'ReservationRejected',
  data: { ...toldBeforeSeats, reason },
});

const CANCEL_REASONS = cancelReasonSchema.options;
const REJECT_REASONS = rejectionReasonSchema.options;

const everyEvent: readonly NoticeEvent[] = [
  completed(),
  expired,
  cancelledBeforeSeats,
  moved,
  reduced,
  reseated,
  putBack,
  revoked,
  ...CANCEL_REASONS.map((reason) => cancelled(reason, 34_000, 306_000)),
  ...REJECT_REASONS.map(rejected),
];

test.each(everyEvent.flatMap((event) => ['ko', 'en'].map((locale) => [event.type, locale, event] as const)))(
  '%s in %s has no gap, no number without meaning and names the reservation',
  (_type, locale, event) => {
    const { subject, body } = textOf(event, locale);
    expect(`${subject}\n${body}`).not.toMatch(/undefined|null|NaN|Invalid|\[object|\n\n\n|: ?\n|: ?$/);
    expect(subject.trim()).not.toBe('');
    expect(body).toContain('r1');
  },
);

test.each([
  [undefined, 'ko'],
  ['ko-KR', 'ko'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-US', 'en'],
  ['ko', 'ko'],
  ['KO_kr', 'ko'],
  ['kok-IN', 'en'],
  ['de-DE', 'en'],
  ['ja', 'en'],
  ['', 'ko'],
])('a customer with the locale %s reads %s', (locale, language) => {
  for (const event of everyEvent) {
    const { subject, body } = textOf(event, locale);
    expect([event.type, /[가-힣]/.test(subject), /[가-힣]/.test(body)]).toEqual([
      event.type,
      language === 'ko',
      language === 'ko',
    ]);
  }
});

test('a move says what was before it and what is after it, and that cancelling is free', () => {
  expect(textOf(moved, 'en').subject).toBe('New date or venue: Midnight');
  expect(textOf(moved, 'en').body.replaceAll('\u202f', ' ')).toBe(
    `The performance was moved. Your seats stay yours.

Midnight
Before: Wednesday, December 23, 2026 at 7:30 PM, Red Square
Now: Thursday, December 24, 2026 at 7:30 PM, Blue Square
Seats: A-1-1, A-1-2
Reservation: r1

If that does not suit you, you can cancel free of charge until it begins.`,
  );
  const { body } = textOf(moved, 'ko');
  expect(body).toMatch(/변경 전: .*12월 23일.*Red Square\n변경 후: .*12월 24일.*Blue Square/);
  expect(body).toContain('수수료 없이 취소');
});

test('of some of the seats it says what these cost, what they return, and which are left', () => {
  expect(textOf(reduced, 'en').subject).toBe('Some seats cancelled: Midnight');
  expect(textOf(reduced, 'en').body).toContain('Seats: A-1-3\n');
  expect(textOf(reduced, 'en').body).toContain('Refund: ₩166,000 (fee ₩4,000)\nSeats left: A-1-1, A-1-2');
  expect(textOf(reduced, 'ko').body).toContain('남은 좌석: A-1-1, A-1-2');
});

test('of seats that stay after all it says which, that their tickets do too, and where these are', () => {
  const { body } = textOf({ ...putBack, data: { ...told, seats: ['A-1-2'], n: 3 } }, 'en');
  expect(body).toMatch(/these seats are not cancelled.*tickets stay as they were/s);
  expect(body).toContain('Seats: A-1-2\n');
  expect(body).toContain('under My tickets');
  expect(textOf(putBack, 'ko').body).toMatch(
    /아래 좌석은 취소되지 않았으며.*티켓은 코드까지 그대로.*내 예매/s,
  );
});

test('what may happen more than once is a notice for each number', () => {
  const ids = [reduced, putBack, moved, reseated].map((event) => noticeOf(event, kim, '', '').noticeId);
  expect(ids).toEqual(['r1:reduced:2', 'r1:put-back:3', 'r1:moved:2', 'r1:reseated:4']);
});

test('an end after some of its seats says what its own seats return', () => {
  const { data } = cancelled('customer', 12_000, 498_000) as Extract<
    NoticeEvent,
    { type: 'ReservationCancelled' }
  >;
  const end: NoticeEvent = {
    ...envelope,
    type: 'ReservationCancelled',
    data: { ...data, part: { fee: 4_000, refund: 166_000 } },
  };
  expect(textOf(end, 'en').body).toContain('Refund: ₩166,000 (fee ₩4,000)');
});

test('won have no decimals, euros have two', () => {
  expect(textOf(completed(), 'en').body).toContain('₩340,000\n');
  expect(textOf(completed(), 'ko').body).toContain('₩340,000\n');
  expect(textOf(completed({ amount: 17_950, currency: 'EUR' }), 'en').body).toContain('€179.50');
});

test.each([
  ['HUF', 'HUF 1,700.50'],
  ['IDR', 'IDR 1,700.50'],
  ['COP', 'COP 1,700.50'],
  ['JPY', '¥170,050'],
  ['KWD', 'KWD 170.050'],
  ['ZZZ', 'ZZZ 1,700.50'],
])('an amount in %s has the digits of ISO 4217', (currency, written) => {
  const { body } = textOf(completed({ amount: 170_050, currency }), 'en');
  expect(body.replaceAll('\u00a0', ' ')).toContain(written);
});

test.each([
  ['Asia/Seoul', 'Thursday, December 24, 2026 at 7:30 PM'],
  ['America/New_York', 'Thursday, December 24, 2026 at 5:30 AM'],
])('the time is that of the venue in %s', (timeZone, expected) => {
  const event = completed({ venue: { name: 'Hall', timeZone } });
  expect(textOf(event, 'en').body.replaceAll('\u202f', ' ')).toContain(expected);
});

test('a summer evening is an hour earlier in UTC, and still half past seven', () => {
  const venue = { name: 'Hall', timeZone: 'Europe/Berlin' };
  const at = (startsAt: string) =>
    textOf(completed({ startsAt, venue }), 'en').body.replaceAll('\u202f', ' ');
  expect(at('2026-07-01T17:30:00.000Z')).toContain('7:30 PM');
  expect(at('2026-12-01T18:30:00.000Z')).toContain('7:30 PM');
});

test('a title or a venue in two languages is said in the customer’s; any other is said whole', () => {
  const inTwo = {
    title: '달의 지붕 · Rooftops',
    venue: { name: '마키 극장 · Marquee', timeZone: 'Asia/Seoul' },
  };
  const { subject, body } = textOf(completed(inTwo), 'en');
  expect(subject).toBe('Your tickets: Rooftops');
  expect(body).toContain(', Marquee\n');
  expect(subject + body).not.toMatch(/\p{Script=Hangul}/u);
  expect(textOf(completed(inTwo), 'ko').subject).toBe('예매 완료: 달의 지붕');
  for (const title of ['Cats', 'Waltz · 1929', '막차 · 첫차', '1막 · 2막 · Act'])
    expect(textOf(completed({ title }), 'en').subject).toBe(`Your tickets: ${title}`);
});

test('a title that is translated is said so to who reads English, and to nobody else', () => {
  const inEnglish = { translations: { en: { title: 'Rooftops' } } };
  const say = (locale: string) => textOf(completed({ title: '달의 지붕', ...inEnglish }), locale);
  expect(say('en-GB').subject).toBe('Your tickets: Rooftops');
  expect(say('en-GB').body).not.toMatch(/\p{Script=Hangul}/u);
  expect(say('ko').subject + say('ko').body).not.toContain('Rooftops');
});

test('a cancellation says what goes back and what is kept; an unpaid one speaks of no money', () => {
  expect(textOf(cancelled('customer', 34_000, 306_000), 'en').body).toContain(
    'Refund: ₩306,000 (fee ₩34,000)',
  );
  expect(textOf(cancelled('customer', 34_000, 306_000), 'ko').body).toContain(
    '환불 금액: ₩306,000 (수수료 ₩34,000)',
  );
  expect(textOf(cancelled('customer', 0, 0), 'en').body).not.toContain('₩');
});

test.each(['ko', 'en'])('each reason has a sentence of its own (%s)', (locale) => {
  const firstLine = (event: NoticeEvent) => textOf(event, locale).body.split('\n')[0];
  const sentences = [
    ...CANCEL_REASONS.map((reason) => cancelled(reason, 0, 0)),
    ...REJECT_REASONS.map(rejected),
  ].map(firstLine);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each([
  ['completed', completed()],
  ['expired', expired],
  ['cancelled', cancelled('customer', 0, 0)],
] as const)(
  'the notice that it is %s has an id of its own, and the same news twice is the same notice',
  (kind, event) => {
    const notice = noticeOf(event, kim, 'now', 'soon');
    expect(notice).toMatchObject({
      noticeId: `r1:${kind}`,
      kind,
      customerId: 'kim',
      to: 'kim@example.com',
      mail: 'pending',
      dueAt: 'soon',
      attempts: 0,
    });
    expect(noticeOf(event, kim, 'later', 'later').noticeId).toBe(notice.noticeId);
  },
);

test.each([rejected('sold-out'), cancelledBeforeSeats])('who never had seats gets no mail', (event) => {
  const notice = noticeOf(event, kim, 'now', 'soon');
  expect(notice.mail).toBe('none');
  expect(notice).not.toHaveProperty('to');
  expect(notice).not.toHaveProperty('dueAt');
});

test('who gave no address gets no mail, and nothing is left to be done', () => {
  const notice = noticeOf(completed(), {}, 'now', 'soon');
  expect(notice.mail).toBe('none');
  expect(notice).not.toHaveProperty('to');
  expect(notice).not.toHaveProperty('dueAt');
});

test('a mail is tried again twice as late each time, up to half an hour', () => {
  expect([0, 1, 2, 5, 8, 9, 1_000_000].map(retryAfterMs)).toEqual([
    5_000, 10_000, 20_000, 160_000, 1_280_000, 1_800_000, 1_800_000,
  ]);
});

test('what the theatre has cancelled and the end of it are one notice, and say the same', () => {
  const ended = cancelled('performance-cancelled', 0, 340_000);
  const [first, last] = [revoked, ended].map((event) => noticeOf(event, kim, '', ''));
  expect(first).toEqual(last);
  expect(first?.noticeId).toBe('r1:cancelled');
});

test('a ticket’s mail says what each seat cost, to whom, and what is to be brought', () => {
  const line = { seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'standard', price: 170_000 };
  const lines = [line, { ...line, seatId: 'A-1-2', priceTypeId: 'senior', price: 85_000 }];
  const senior = {
    priceTypeId: 'senior',
    name: { ko: '경로', en: 'Senior' },
    proof: { ko: '신분증', en: 'An identity card' },
    percentOff: 50,
  };
  const data = { ...told, lines, bookingFee: 4_000, amount: 259_000, priceTypes: [senior] };
  const event: NoticeEvent = { ...envelope, type: 'ReservationCompleted', data };
  const said = ['A-1-1: ₩170,000', 'A-1-2 (Senior): ₩85,000', 'Booking fee: ₩4,000', 'Paid: ₩259,000'];
  expect(textOf(event, 'en').body).toContain(said.join('\n'));
  expect(textOf(event, 'en').body).toContain('Please bring: An identity card (Senior)');
  expect(textOf(event, 'ko').body).toContain('A-1-2 (경로): ₩85,000\n예매 수수료: ₩4,000');
  expect(textOf(event, 'ko').body).toContain('관람일 지참: 신분증 (경로)');
});
