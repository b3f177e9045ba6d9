import type { Objection } from '../../reservation/contract';
import { english } from './english';
import { formatMoney } from './formats';
import { titleIn } from './halfIn';
import { korean } from './korean';
import type { Cancelled, Language, Moved, NoticeEvent, Reduced, Told } from './language';

type Text = { readonly subject: string; readonly body: string };

/** Subject and body in Korean for who reads it or has named no language, and in English for everybody else. */
export const textOf = (event: NoticeEvent, locale: string | undefined): Text =>
  write(event, languageFor(locale));

export const languageFor = (locale: string | undefined): Language =>
  !locale || KOREAN.test(locale) ? korean : english;

/** `ko` and what begins with it as a subtag, so not Konkani (`kok`). Source: RFC 4647, section 3.3.1 */
const KOREAN = /^ko(?![a-z0-9])/i;

export function notErasedText(objection: Objection, locale: string | undefined): Text {
  const { subject, why } = languageFor(locale).notErased;
  return { subject, body: why[objection] };
}

function write(event: NoticeEvent, say: Language): Text {
  return {
    subject: say.subject[event.type](titleIn(event.data, say.locale) || event.data.reservationId),
    body: paragraphs(event, say).join('\n\n'),
  };
}

function paragraphs(event: NoticeEvent, say: Language): string[] {
  const details = detailsOf(event.data, say);
  switch (event.type) {
    case 'ReservationCompleted':
      return [
        say.completed,
        [...details, ...linesOf(event.data, say), say.paid(priceOf(event.data, say))].join('\n'),
        ...proofsOf(event.data, say),
        say.enjoy,
      ];
    case 'ReservationCancelled':
    case 'ReservationRevoked':
      return [say.reasons[event.data.reason], [...details, ...refundOf(event.data, say)].join('\n')];
    case 'ReservationRejected':
      return [say.reasons[event.data.reason], details.join('\n'), say.nothingCharged];
    case 'ReservationExpired':
      return [say.expired, details.join('\n')];
    case 'ReservationReduced':
      return [
        say.reduced,
        [...details, ...refundOf(event.data, say), say.left(seatsLeft(event.data))].join('\n'),
      ];
    case 'ReservationReseated':
      return [say.reseated, [...details, say.before(event.data.from.join(', '))].join('\n')];
    case 'CancellationPutBack':
      return [say.putBack, details.join('\n'), say.mail.ticketsElsewhere];
    case 'ReservationMoved':
      return [say.moved, movedLines(event.data, say).join('\n'), say.freeToCancel];
    default:
      return event satisfies never;
  }
}

const detailsOf = (told: Told, say: Language): string[] =>
  withSeats(
    told,
    say,
    Object.values(say.terms).map((line) => line(told)),
  );

/** Old and new stand where the time stands otherwise. */
const movedLines = (told: Moved['data'], say: Language): string[] =>
  withSeats(told, say, [
    say.terms.title(told),
    say.before(say.terms.startsAt({ ...told, ...told.from })),
    say.after(say.terms.startsAt(told)),
  ]);

function withSeats(told: Told, say: Language, lines: readonly string[]): string[] {
  const seats = told.seats.join(', ');
  return [...lines, seats && say.seats(seats), say.reservation(told.reservationId)].filter(
    (line) => line !== '',
  );
}

/** Seat by seat what was paid and by whom. */
function linesOf({ lines = [], bookingFee = 0, priceTypes = [], currency }: Told, say: Language): string[] {
  const { locale } = say;
  const shown = lines.map(({ seatId, priceTypeId, price }) => {
    const type = priceTypes.find((one) => one.priceTypeId === priceTypeId);
    const name = type === undefined ? '' : ` (${type.name[locale]})`;
    return `${seatId}${name}: ${formatMoney(price, currency, locale)}`;
  });
  return bookingFee > 0 ? [...shown, say.bookingFee(formatMoney(bookingFee, currency, locale))] : shown;
}

/** What is to be brought to the door. */
function proofsOf({ priceTypes = [] }: Told, say: Language): string[] {
  const proofs = priceTypes.flatMap(({ name, proof }) =>
    proof === undefined ? [] : [say.bring(`${proof[say.locale]} (${name[say.locale]})`)],
  );
  return proofs.length === 0 ? [] : [proofs.join('\n')];
}

const priceOf = ({ amount, currency }: Told, { locale }: Language): string =>
  currency === '' ? '' : formatMoney(amount, currency, locale);

const seatsLeft = ({ lines }: Reduced['data']): string => lines.map(({ seatId }) => seatId).join(', ');

/** What these seats cost and return, where others of the reservation were cancelled before. */
function refundOf(
  { currency, part, ...totals }: Cancelled['data'] | Reduced['data'],
  { refunded, locale }: Language,
): string[] {
  const { refund, fee } = part ?? totals;
  return refund > 0
    ? [refunded(formatMoney(refund, currency, locale), formatMoney(fee, currency, locale))]
    : [];
}
