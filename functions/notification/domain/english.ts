import { formatWhenAndWhere } from './formats';
import { titleIn } from './halfIn';
import type { Language } from './language';

const locale = 'en';

export const english: Language = {
  locale,
  terms: {
    title: (told) => titleIn(told, locale),
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
    ReservationReduced: (title) => `Some seats cancelled: ${title}`,
    ReservationReseated: (title) => `Other seats: ${title}`,
    CancellationPutBack: (title) => `Not cancelled: ${title}`,
  },
  completed: 'Your reservation is complete.',
  enjoy: 'Enjoy the show!',
  expired: 'The time to pay has run out, and the seats are back on sale.',
  reduced: 'These seats of your reservation are cancelled. The rest stays yours.',
  reseated:
    'You have other seats, at the price that you have paid. Your tickets are new ones, and the old ones are void.',
  left: (list) => `Seats left: ${list}`,
  putBack:
    'Somebody was let in with one of these tickets, so these seats are not cancelled, and nothing is refunded for them. Their tickets stay as they were, with the same codes.',
  nothingCharged: 'Nothing was charged.',
  notErased: {
    subject: 'Your data could not be erased yet',
    why: {
      coming: 'You have tickets for a day to come. Cancel them, or ask again when it is over.',
      unsettled: 'A reservation or a refund of yours is not settled yet. Please ask again when it is.',
      holding: 'You hold seats. Release them, or ask again when their time is over.',
      borrowed: 'You have borrowed something. Bring it back, and ask again.',
      member:
        'You are a member, or have a bill to pay. Leave and pay it, and ask again when the membership has ended.',
    },
  },
  moved: 'The performance was moved. Your seats stay yours.',
  before: (whenAndWhere) => `Before: ${whenAndWhere}`,
  after: (whenAndWhere) => `Now: ${whenAndWhere}`,
  freeToCancel: 'If that does not suit you, you can cancel free of charge until it begins.',
  mail: {
    tickets: 'Your tickets',
    atTheDoor:
      'Show a code at the door. Each lets one person in. The codes are under My tickets on our website, too.',
    ticketsElsewhere: 'Your tickets are under My tickets on our website.',
    automatic: 'This mail was sent automatically.',
  },
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
    'members-only': 'What you asked for is for members who have no overdue bill.',
    'customer-limit': 'You already hold as many seats as one customer may.',
    'hold-expired': 'Your hold on the seats had run out.',
  },
};
