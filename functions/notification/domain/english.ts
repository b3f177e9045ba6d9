import { formatWhenAndWhere } from './formats';
import { halfIn } from './halfIn';
import type { Language } from './language';

const locale = 'en';

export const english: Language = {
  locale,
  terms: {
    title: ({ title = '' }) => halfIn(title, locale),
    startsAt: (told) => formatWhenAndWhere(told, locale),
  },
  seats: (list) => `Seats: ${list}`,
  reservation: (reservationId) => `Reservation: ${reservationId}`,
  bookingFee: (amount) => `Booking fee: ${amount}`,
  bring: (proof) => `Please bring: ${proof}`,
  paid: (amount) => `Paid: ${amount}`,
  refunded: (refund, fee) => `Refund: ${refund} (fee ${fee})`,
  subject: {
    ReservationCompleted: (title) => `Your tickets: ${title}`,
    ReservationCancelled: (title) => `Cancelled: ${title}`,
    ReservationRevoked: (title) => `Cancelled: ${title}`,
    ReservationRejected: () => 'Your reservation could not be made',
    ReservationExpired: (title) => `Expired: ${title}`,
    ReservationMoved: (title) => `New date or venue: ${title}`,
  },
  completed: 'Your reservation is complete.',
  enjoy: 'Enjoy the show!',
  expired: 'The time to pay has run out, and the seats are back on sale.',
  nothingCharged: 'Nothing was charged.',
  notErased: {
    subject: 'Your data could not be erased yet',
    why: {
      coming: 'You have tickets for a day to come. Cancel them, or ask again when it is over.',
      unsettled: 'A reservation or a refund of yours is not settled yet. Please ask again when it is.',
      holding: 'You hold seats. Release them, or ask again when their time is over.',
    },
  },
  moved: 'The performance was moved. Your seats stay yours.',
  before: (whenAndWhere) => `Before: ${whenAndWhere}`,
  after: (whenAndWhere) => `Now: ${whenAndWhere}`,
  freeToCancel: 'If that does not suit you, you can cancel free of charge until it begins.',
  reasons: {
    customer: 'Your reservation is cancelled.',
    'performance-cancelled': 'We are sorry: the performance was cancelled.',
    'performance-moved': 'We are sorry: the performance was moved to another time.',
    'seats-withdrawn': 'We are sorry: your seats cannot be used.',
    'seats-lost':
      'Your payment arrived after your time to pay had run out, and the seats were sold to somebody else.',
    theatre: 'The theatre has cancelled your reservation.',
    'seat-taken': 'Somebody else was faster: a seat you asked for is taken.',
    'sold-out': 'There are not enough seats left.',
    'not-on-sale': 'The performance is not on sale.',
    'unknown-seats': 'The performance has no such seats.',
    'price-type': 'A price that was chosen is not offered for its seat.',
    'customer-limit': 'You already hold as many seats as one customer may.',
    'hold-expired': 'Your hold on the seats had run out.',
  },
};
