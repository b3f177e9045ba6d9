import { english } from './english';
import { formatMoney } from './formats';
import { halfIn } from './halfIn';
import { korean } from './korean';
import type { Cancelled, Language, NoticeEvent, Told } from './language';

type Text = { readonly subject: string; readonly body: string };

/** Subject and body in the customer's language. It is English for `en…`, and Korean for everybody else. */
export const textOf = (event: NoticeEvent, locale: string | undefined): Text =>
  write(event, locale?.toLowerCase().startsWith('en') ? english : korean);

function write(event: NoticeEvent, say: Language): Text {
  const { title = '', reservationId } = event.data;
  return {
    subject: say.subject[event.type](halfIn(title, say.locale) || reservationId),
    body: paragraphs(event, say).join('\n\n'),
  };
}

function paragraphs(event: NoticeEvent, say: Language): string[] {
  const details = detailsOf(event.data, say);
  switch (event.type) {
    case 'ReservationCompleted':
      return [say.completed, [...details, say.paid(priceOf(event.data, say))].join('\n'), say.enjoy];
    case 'ReservationCancelled':
      return [say.reasons[event.data.reason], [...details, ...refundOf(event.data, say)].join('\n')];
    case 'ReservationRejected':
      return [say.reasons[event.data.reason], details.join('\n'), say.nothingCharged];
    case 'ReservationExpired':
      return [say.expired, details.join('\n')];
    default:
      return event satisfies never;
  }
}

function detailsOf(told: Told, say: Language): string[] {
  const seats = told.seats.join(', ');
  return [
    ...Object.values(say.terms).map((line) => line(told)),
    seats && say.seats(seats),
    say.reservation(told.reservationId),
  ].filter((line) => line !== '');
}

const priceOf = ({ amount, currency }: Told, { locale }: Language): string =>
  currency === '' ? '' : formatMoney(amount, currency, locale);

function refundOf({ refund, fee, currency }: Cancelled['data'], { refunded, locale }: Language): string[] {
  return refund > 0
    ? [refunded(formatMoney(refund, currency, locale), formatMoney(fee, currency, locale))]
    : [];
}
