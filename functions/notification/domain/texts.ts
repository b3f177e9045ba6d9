import type { EventOf } from '../../../shared/messaging/envelope';
import type {
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationRejected,
} from '../../reservation/contract';

/** The news a customer is told. */
export type NoticeEvent =
  | EventOf<typeof reservationCompleted>
  | EventOf<typeof reservationCancelled>
  | EventOf<typeof reservationRejected>
  | EventOf<typeof reservationExpired>;

type Text = { readonly subject: string; readonly body: string };

/** Amounts are minor units; how many digits a currency has is the language's own knowledge. */
function money(amount: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
}

/** Date and time as the venue's clock shows them. */
const when = (startsAt: string, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    new Date(startsAt),
  );

/** Subject and body in the customer's language: English for `en…`, Korean for everybody else. */
export const texts = (event: NoticeEvent, locale: string | undefined): Text =>
  locale?.toLowerCase().startsWith('en') ? english(event) : korean(event);

function facts(event: NoticeEvent, locale: string) {
  const { reservationId, title, startsAt, venue, seats, amount, currency } = event.data;
  return {
    reservationId,
    title: title ?? '',
    when: startsAt && venue ? `${when(startsAt, venue.timeZone, locale)}, ${venue.name}` : '',
    seats: seats.join(', '),
    paid: currency ? money(amount, currency, locale) : '',
  };
}

function english(event: NoticeEvent): Text {
  const { reservationId, title, when, seats, paid } = facts(event, 'en');
  const details = [title, when, seats && `Seats: ${seats}`, `Reservation: ${reservationId}`]
    .filter(Boolean)
    .join('\n');
  switch (event.type) {
    case 'ReservationCompleted':
      return {
        subject: `Your tickets: ${title}`,
        body: `Your reservation is complete.\n\n${details}\nPaid: ${paid}\n\nEnjoy the show!`,
      };
    case 'ReservationCancelled': {
      const { refund, fee, currency } = event.data;
      const refunded =
        refund > 0 ? `\nRefund: ${money(refund, currency, 'en')} (fee ${money(fee, currency, 'en')})` : '';
      return {
        subject: `Cancelled: ${title || reservationId}`,
        body: `${englishReason(event.data.reason)}\n\n${details}${refunded}`,
      };
    }
    case 'ReservationRejected':
      return {
        subject: 'Your reservation could not be made',
        body: `${englishReason(event.data.reason)}\n\n${details}\n\nNothing was charged.`,
      };
    case 'ReservationExpired':
      return {
        subject: `Expired: ${title}`,
        body: `The time to pay has run out, and the seats are back on sale.\n\n${details}`,
      };
    default:
      return event satisfies never;
  }
}

const englishReasons: Readonly<Record<string, string>> = {
  customer: 'Your reservation is cancelled.',
  'performance-cancelled': 'We are sorry: the performance was cancelled.',
  'performance-moved': 'We are sorry: the performance was moved to another time.',
  'seats-withdrawn': 'We are sorry: your seats cannot be used.',
  'seats-lost':
    'Your payment arrived after your time to pay had run out, and the seats were sold to somebody else.',
  'seat-taken': 'Somebody else was faster: a seat you asked for is taken.',
  'sold-out': 'There are not enough seats left.',
  'not-on-sale': 'The performance is not on sale.',
  'unknown-seats': 'The performance has no such seats.',
  'customer-limit': 'You already hold as many seats as one customer may.',
  'hold-expired': 'Your hold on the seats had run out.',
};
const englishReason = (reason: string): string => englishReasons[reason] ?? 'Your reservation has ended.';

function korean(event: NoticeEvent): Text {
  const { reservationId, title, when, seats, paid } = facts(event, 'ko');
  const details = [title, when, seats && `좌석: ${seats}`, `예매 번호: ${reservationId}`]
    .filter(Boolean)
    .join('\n');
  switch (event.type) {
    case 'ReservationCompleted':
      return {
        subject: `예매 완료: ${title}`,
        body: `예매가 완료되었습니다.\n\n${details}\n결제 금액: ${paid}\n\n즐거운 관람 되세요!`,
      };
    case 'ReservationCancelled': {
      const { refund, fee, currency } = event.data;
      const refunded =
        refund > 0
          ? `\n환불 금액: ${money(refund, currency, 'ko')} (수수료 ${money(fee, currency, 'ko')})`
          : '';
      return {
        subject: `예매 취소: ${title || reservationId}`,
        body: `${koreanReason(event.data.reason)}\n\n${details}${refunded}`,
      };
    }
    case 'ReservationRejected':
      return {
        subject: '예매가 이루어지지 않았습니다',
        body: `${koreanReason(event.data.reason)}\n\n${details}\n\n결제된 금액은 없습니다.`,
      };
    case 'ReservationExpired':
      return {
        subject: `예매 만료: ${title}`,
        body: `결제 시간이 지나 좌석이 다시 판매됩니다.\n\n${details}`,
      };
    default:
      return event satisfies never;
  }
}

const koreanReasons: Readonly<Record<string, string>> = {
  customer: '예매가 취소되었습니다.',
  'performance-cancelled': '죄송합니다. 공연이 취소되었습니다.',
  'performance-moved': '죄송합니다. 공연 일시가 변경되었습니다.',
  'seats-withdrawn': '죄송합니다. 예매하신 좌석을 사용할 수 없게 되었습니다.',
  'seats-lost': '결제 시간이 지난 뒤 결제되어 좌석이 다른 고객에게 판매되었습니다.',
  'seat-taken': '선택하신 좌석이 이미 다른 고객에게 배정되었습니다.',
  'sold-out': '남은 좌석이 부족합니다.',
  'not-on-sale': '현재 판매 중인 공연이 아닙니다.',
  'unknown-seats': '이 공연에 없는 좌석입니다.',
  'customer-limit': '한 고객이 선점할 수 있는 좌석 수를 넘었습니다.',
  'hold-expired': '좌석 선점 시간이 지났습니다.',
};
const koreanReason = (reason: string): string => koreanReasons[reason] ?? '예매가 종료되었습니다.';
