import { ticketCodes } from '../../../functions/admission/codes';
import type { NoticeEvent } from '../../../functions/notification/domain/language';
import { type Notice, notErasedNotice, noticeOf } from '../../../functions/notification/domain/notice';
import type { IssuedTicket } from '../../../functions/notification/domain/visit';
import { erasureLifted, objectionSchema, reservationEvents } from '../../../functions/reservation/contract';
import { type EventContract, newEvent } from '../../../shared/messaging/envelope';
import { newTicketKey } from '../ticketKeys';

/** One of each notice, as somebody would get it. A type of news without a sample does not compile. */

const RESERVATION = '01JD7XSAMPLE0RESERVATION00000';
const PERFORMANCE = 'lamplighter.0001';
const SENT_AT = '2026-11-21T10:00:00.000Z';

const seats = ['VIP-A-1', 'VIP-A-2'];
const venue = { name: '마키 극장 · Marquee Theatre', timeZone: 'Asia/Seoul' };
const told = {
  ...{ reservationId: RESERVATION, performanceId: PERFORMANCE, customerId: 'mina', version: 5 },
  title: '등불지기의 노래',
  translations: { en: { title: 'The Lamplighter’s Song' } },
  ...{ startsAt: '2026-12-24T10:30:00.000Z', venue, seats, amount: 274_000, currency: 'KRW' },
  bookingFee: 4_000,
  lines: [
    { seatId: 'VIP-A-1', tier: 'VIP', priceTypeId: 'standard', price: 180_000 },
    { seatId: 'VIP-A-2', tier: 'VIP', priceTypeId: 'youth', price: 90_000 },
  ],
  priceTypes: [
    {
      ...{ priceTypeId: 'youth', name: { ko: '청소년', en: 'Youth' }, percentOff: 50 },
      proof: { ko: '학생증 또는 청소년증', en: 'a student or youth card' },
    },
  ],
};
const cancelled = { reason: 'customer', fee: 27_400, refund: 246_600 };
const before = { startsAt: '2026-12-23T10:30:00.000Z', venue };

const NEWS: Readonly<Record<NoticeEvent['type'], readonly object[]>> = {
  ReservationCompleted: [told],
  ReservationCancelled: [
    { ...told, ...cancelled },
    { ...told, reason: 'seats-lost', fee: 0, refund: 274_000 },
  ],
  ReservationRevoked: [{ ...told, reason: 'performance-cancelled', fee: 0, refund: 274_000 }],
  ReservationRejected: [{ ...told, seats: [], lines: [], amount: 0, reason: 'seat-taken' }],
  ReservationExpired: [told],
  ReservationMoved: [{ ...told, n: 1, from: before }],
  ReservationReduced: [
    {
      ...{ ...told, seats: ['VIP-A-2'], lines: told.lines.slice(0, 1), amount: 182_000, bookingFee: 2_000 },
      ...{ n: 1, fee: 11_000, refund: 81_000, part: { fee: 11_000, refund: 81_000 } },
    },
  ],
  CancellationPutBack: [{ ...told, n: 2, seats: ['VIP-A-1'] }],
  ReservationReseated: [{ ...told, n: 3, from: ['VIP-C-7'], to: ['VIP-A-2'] }],
};

export type MailSample = {
  readonly name: string;
  readonly notice: Notice;
  readonly tickets: readonly IssuedTicket[];
};

const contracts: ReadonlyMap<string, EventContract> = new Map(
  reservationEvents.map((one) => [one.type, one]),
);
const codes = ticketCodes(newTicketKey());
const tickets = seats.map((seatId, i) => {
  const ticketId = `${RESERVATION}.${i + 1}`;
  return { ticketId, seatId, code: codes.codeOf(ticketId, PERFORMANCE) };
});

export function mailSamples(locale: 'ko' | 'en'): MailSample[] {
  const customer = { email: 'mina@example.com', locale };
  const news = Object.entries(NEWS).flatMap(([type, all]) =>
    all.map((data, i) => {
      const contract = contracts.get(type);
      if (contract === undefined) throw new Error(`${type} is told by nobody`);
      const about = { causeId: 'sample', subject: RESERVATION, time: SENT_AT };
      const event = newEvent(contract, { ...about, data: contract.data.parse(data) }) as NoticeEvent;
      const notice = noticeOf(event, customer, SENT_AT, SENT_AT);
      return { name: i === 0 ? type : `${type}-${i + 1}`, notice, tickets: ticketsIn(notice) };
    }),
  );
  const later = { name: 'ReservationCompleted-late', notice: news[0]?.notice as Notice, tickets: [] };
  const notErased = objectionSchema.options.map((objection) => {
    const data = { customerId: 'mina', n: 1, at: SENT_AT, objection };
    const event = newEvent(erasureLifted, { causeId: 'sample', subject: 'mina', time: SENT_AT, data });
    const notice = notErasedNotice(event, customer, SENT_AT, SENT_AT);
    return { name: `ErasureLifted-${objection}`, notice, tickets: [] };
  });
  return [...news, later, ...notErased];
}

const ticketsIn = ({ visit }: Notice): readonly IssuedTicket[] =>
  tickets.filter(({ seatId }) => visit?.seats.includes(seatId));
