import type { Texts } from '../index';

export default {
  title: 'Tickets',
  show: 'Show tickets',
  coming: 'Your tickets are being made. They appear here in a moment.',
  none: 'There are no tickets to use now.',
  count: (tickets: number) => `${tickets} tickets, one for each seat.`,
  hint: 'Show them at the door. A bright screen is read faster. Once open they need no network.',
  keptSince: (when: string) =>
    `As they were on ${when}, kept on this device. They are looked at again once there is a connection and you are signed in.`,
  rowAndSeat: (row: string, number: number | string) => `Row ${row}, seat ${number}`,
  standing: (number: number | string) => `Standing place ${number}`,
  codeOf: (seat: string) => `QR code of the ticket for ${seat}`,
  admitted: 'You have been let in.',
  admittedAt: (hour: string) => `You were let in at ${hour}.`,
  toCalendar: 'Add to calendar',
  toReservation: 'See the reservation',
} satisfies Texts['tickets'];
