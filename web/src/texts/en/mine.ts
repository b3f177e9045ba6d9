import type { Texts } from '../index';
import { plural } from '../plural';

export default {
  title: 'My tickets',
  coming: 'Coming up',
  earlier: 'Past and cancelled',
  none: 'You have no tickets yet.',
  noneDo: 'Choose a show and hold seats: they appear here.',
  seeProgramme: 'See what is on',
  seatCount: (seats: number) => plural(seats, '1 seat', `${seats} seats`),
  untitled: 'A reservation whose seats are being checked',
  notices: 'Notices',
  noNotices: 'No notices yet.',
  kept: 'Tickets on this device',
  dropKept: 'Remove them from this device',
  keptDropped: 'The tickets are removed from this device.',
  toReservation: 'See the reservation',
  more: 'Show older',
} satisfies Texts['mine'];
