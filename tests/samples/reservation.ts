import { defaultCancellationPolicy } from '../../functions/musical/catalogue/domain/performance';
import type { KeptMove, Sale } from '../../functions/musical/contract';
import type { Decision } from '../../functions/reservation/domain/decision';
import type { In, Part, Payment, Reservation, Status } from '../../functions/reservation/domain/reservation';
import { priceTypes } from './complete';

/** The time to pay ends at 10:10; the performance is on the evening of 24 December in Seoul. */
export const sampleSale = {
  seats: ['A-1-1', 'A-1-2'],
  lines: [
    { seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'standard', price: 170_000 },
    { seatId: 'A-1-2', tier: 'VIP', priceTypeId: 'standard', price: 170_000 },
  ],
  bookingFee: 0,
  amount: 340_000,
  currency: 'KRW',
  expiresAt: '2026-11-21T10:10:00.000Z',
  title: 'Midnight',
  startsAt: '2026-12-24T10:30:00.000Z',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
  cancellationPolicy: defaultCancellationPolicy('KRW'),
} satisfies Sale;

/** It was to be played on the 23rd. */
export const sampleMove: KeptMove = {
  n: 1,
  from: { startsAt: '2026-12-23T10:30:00.000Z', venue: sampleSale.venue },
  to: { startsAt: sampleSale.startsAt, venue: sampleSale.venue },
};

/** As long as the payment provider wants the id of an order. */
export const RESERVATION_ID = 'reservation-1';
export const PAYMENT_KEY = 'card-1';
const payment: Payment = { paymentKey: PAYMENT_KEY, startedAt: '2026-11-21T10:01:00.000Z' };
const paid: Payment = { ...payment, approvedAt: '2026-11-21T10:01:01.000Z' };

const common = {
  reservationId: RESERVATION_ID,
  customerId: 'kim',
  customer: { email: 'kim@example.com' },
  performanceId: 'm1.p1',
  request: { seats: ['A-1-1', 'A-1-2'] },
  placedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  version: 1,
  history: [],
  attempts: 0,
};
const unpaidCancellation = {
  reason: 'customer',
  requestedAt: '2026-11-21T10:02:00.000Z',
  fee: 0,
  refund: 0,
} as const;
const paidCancellation = { ...unpaidCancellation, fee: 34_000, refund: 306_000 };

/** One reservation of each status. */
export const inStatus: { readonly [S in Status]: In<S> } = {
  placed: { ...common, status: 'placed' },
  held: { ...common, status: 'held', sale: sampleSale },
  paying: { ...common, status: 'paying', sale: sampleSale, payment },
  paid: { ...common, status: 'paid', sale: sampleSale, payment: paid },
  completed: { ...common, status: 'completed', sale: sampleSale, payment: paid },
  cancelling: {
    ...common,
    status: 'cancelling',
    sale: sampleSale,
    payment: paid,
    cancellation: paidCancellation,
  },
  cancelled: { ...common, status: 'cancelled', sale: sampleSale, cancellation: unpaidCancellation },
  rejected: {
    ...common,
    status: 'rejected',
    refusal: { reason: 'seat-taken', detail: 'Taken.', taken: ['A-1-1'] },
  },
  expired: { ...common, status: 'expired', sale: sampleSale },
};

type Whole<T> = { readonly [Member in keyof T]-?: Whole<Exclude<T[Member], undefined>> };

const wholeSale: Whole<Sale> = {
  ...sampleSale,
  lines: (sampleSale.lines ?? []).map((line) => ({
    ...line,
    reseats: [{ n: 2, from: 'A-1-4', tier: 'VIP' }],
  })),
  translations: { en: { title: 'Midnight, in English' } },
  priceTypes,
  cancellationPolicy: {
    ...sampleSale.cancellationPolicy,
    tiers: [{ daysBefore: 1, feePercent: 10, feePerSeat: 4_000 }],
  },
  moves: [sampleMove],
};
const wholePayment = {
  ...paid,
  method: 'none' as const,
  reference: 'slip 12',
  idempotencyKey: 'k1',
  means: 'card',
  approvedAt: '2026-11-21T10:01:01.000Z',
};
const wholeCancellation = {
  ...paidCancellation,
  refundedAt: '2026-11-21T10:02:01.000Z',
  n: 1,
  voidedAt: '2026-11-21T10:02:00.500Z',
  evenIfAdmitted: true as const,
  note: 'A seat broke.',
  settling: { note: 'By bank transfer.', at: '2026-11-21T10:02:00.500Z' },
  settledOtherwise: { amount: 306_000, note: 'By bank transfer.' },
  askedBy: 'k2',
};
const wholePart: Whole<Part> = { ...wholeCancellation, n: 1, seats: ['A-1-1'], status: 'refunded' };
const wholeWatch = {
  paymentKey: PAYMENT_KEY,
  until: '2026-11-21T11:10:00.000Z',
  closedAt: '2026-11-21T11:10:01.000Z',
};
const wholeCommon = {
  ...common,
  request: { ...common.request, priceTypes: { 'A-1-1': 'senior' } },
  customer: { email: 'kim@example.com', phone: '+82 10 1234 5678', name: 'Kim', locale: 'ko-KR' },
  reseats: [
    {
      n: 2,
      from: ['A-1-4'],
      to: ['A-1-1'],
      difference: 'waive' as const,
      fromWithheld: true as const,
      askedAt: '2026-11-21T10:02:00.000Z',
      askedBy: 'staff-k1',
      status: 'refused' as const,
      refusal: { reason: 'seat-taken' as const, detail: 'Taken: A-1-1.', taken: ['A-1-1'] },
    },
  ],
  counter: {
    fromWithheld: true as const,
    complimentary: true as const,
    payment: { method: 'cash' as const, reference: 'slip 12' },
  },
  dueAt: '2026-11-21T10:10:00.000Z',
  untoldSince: '2026-11-21T10:01:00.000Z',
  refundsRefused: 2,
  declined: [wholePayment],
  unsureSince: '2026-11-21T10:02:00.000Z',
  differences: [
    {
      kind: 'returned' as const,
      ours: { captured: 340_000, refunded: 0 },
      provider: { captured: 340_000, refunded: 100_000 },
      foundAt: '2026-11-21T10:02:00.000Z',
      closedAt: '2026-11-21T10:03:00.000Z',
    },
  ],
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
const wholeSold = { ...wholeCommon, sale: wholeSale, payment: wholePayment };

/** One reservation of each status with every member it may have. One that is missing does not compile. */
export const wholeInStatus: { readonly [S in Status]: Whole<In<S>> } = {
  placed: { ...wholeCommon, status: 'placed' },
  held: { ...wholeCommon, status: 'held', sale: wholeSale },
  paying: { ...wholeSold, status: 'paying', cancelRequest: 'customer' },
  paid: { ...wholeSold, status: 'paid' },
  completed: { ...wholeSold, status: 'completed', parts: [wholePart] },
  cancelling: { ...wholeSold, status: 'cancelling', parts: [wholePart], cancellation: wholeCancellation },
  cancelled: {
    ...wholeSold,
    status: 'cancelled',
    parts: [wholePart],
    cancellation: wholeCancellation,
    watch: wholeWatch,
  },
  rejected: {
    ...wholeCommon,
    status: 'rejected',
    refusal: { ...inStatus.rejected.refusal, taken: ['A-1-1'], pointer: '/priceTypes/A-1-1' },
  },
  expired: { ...wholeCommon, status: 'expired', sale: wholeSale, watch: wholeWatch },
};

/** Paid, or being paid, with the payment that the provider knows by this key. */
export const paidWith = <S extends 'paying' | 'paid' | 'completed' | 'cancelling'>(
  status: S,
  paymentKey: string,
): In<S> => ({ ...inStatus[status], payment: { ...inStatus[status].payment, paymentKey } });

/** Its seats are back on sale, as the timeline has it. */
export const seatsAreBack = {
  eventId: 'released',
  type: 'SeatsReleased',
  time: '2026-11-21T10:03:00.000Z',
  source: '/marquee/musical',
};

/** Admission has issued the tickets, as the timeline has it. */
export const ticketsAreIssued = { ...seatsAreBack, eventId: 'issued', type: 'TicketsIssued' };

/** A decision in one line: what becomes of the reservation and the facts that go with it, or why nothing does. */
export function inWords(decision: Decision): string {
  switch (decision.kind) {
    case 'changed':
      return [`-> ${decision.state.status}`, ...decision.facts.map(({ type }) => type)].join(' ');
    case 'refused':
      return `refused ${decision.code}`;
    case 'unchanged':
    case 'too-early':
      return decision.kind;
    default:
      return decision satisfies never;
  }
}

/** What the command decides in every status. */
export const inEveryStatus = (decide: (reservation: Reservation) => Decision): Record<Status, string> =>
  Object.fromEntries(
    Object.values(inStatus).map((reservation) => [reservation.status, inWords(decide(reservation))]),
  ) as Record<Status, string>;
