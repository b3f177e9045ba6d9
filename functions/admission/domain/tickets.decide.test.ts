import { noTickets, type TicketStatus, type Tickets } from './tickets';
import { type CancellationAsked, withAnswer, withEnd, withPresent } from './tickets.decide';

const NOW = '2026-12-01T10:00:00.000Z';
const none = noTickets({ reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim' });

const linesOf = (seats: string) => seats.split('').map((seatId) => ({ seatId, priceTypeId: 'standard' }));
const present = (version: number, seats: string) => (tickets: Tickets) =>
  withPresent(tickets, { version, lines: linesOf(seats) });
const asked =
  (n: number, seats: string, more: Partial<CancellationAsked> = {}) =>
  (tickets: Tickets) =>
    withAnswer(tickets, { n, seats: seats.split(''), evenIfAdmitted: false, ...more }, NOW);
const end = (tickets: Tickets) => withEnd(tickets, NOW);
const admit = (seat: string) => (tickets: Tickets) => ({
  ...tickets,
  tickets: tickets.tickets.map((ticket) =>
    ticket.seatId === seat ? { ...ticket, status: 'admitted' as const } : ticket,
  ),
});

const after = (...steps: readonly ((tickets: Tickets) => Tickets)[]): Tickets =>
  steps.reduce((tickets, step) => step(tickets), none);

const MARKS: Readonly<Record<TicketStatus, string>> = { valid: '', admitted: '+', void: '-' };
/** `A B- C+`: a is valid, B is void, C was admitted. */
const inWords = ({ tickets }: Tickets): string =>
  tickets.map(({ seatId, status }) => `${seatId}${MARKS[status]}`).join(' ');
const answers = ({ answers }: Tickets) => answers.map(({ n, kind }) => `${n} ${kind}`).join();

test.each<[string, Tickets, string]>([
  ['a completed reservation gets a ticket a seat', after(present(3, 'AB')), 'A B'],
  ['the same again changes nothing', after(present(3, 'AB'), present(3, 'AB')), 'A B'],
  ['a newer version issues what is missing', after(present(3, 'AB'), present(5, 'ABC')), 'A B C'],
  ['an older one that comes late issues nothing', after(present(5, 'A'), present(3, 'AB')), 'A'],
  ['a seat that is no longer there has a void ticket', after(present(3, 'AB'), present(5, 'B')), 'A- B'],
  ['after the end nothing is issued', after(end, present(3, 'AB')), ''],
  ['the end voids all, whoever was let in', after(present(3, 'AB'), admit('A'), end), 'A- B-'],
])('%s', (_what, tickets, seats) => {
  expect(inWords(tickets)).toBe(seats);
});

test.each<[string, Tickets, string, string]>([
  ['its tickets are voided', after(present(3, 'AB'), asked(1, 'A')), 'A- B', '1 voided'],
  [
    'who was let in keeps all of them',
    after(present(3, 'ABC'), admit('B'), asked(1, 'AB')),
    'A B+ C',
    '1 admitted',
  ],
  [
    'who was let in on another seat hinders nothing',
    after(present(3, 'AB'), admit('B'), asked(1, 'A')),
    'A- B+',
    '1 voided',
  ],
  [
    'the theatre voids even those who were let in',
    after(present(3, 'AB'), admit('A'), asked(1, 'A', { evenIfAdmitted: true })),
    'A- B',
    '1 voided',
  ],
  [
    'the answer is final, also when somebody has come in since',
    after(present(3, 'AB'), asked(1, 'A'), admit('B'), asked(1, 'AB')),
    'A- B+',
    '1 voided',
  ],
  [
    'what was put back stays so when the admission is taken back',
    after(
      present(3, 'A'),
      admit('A'),
      asked(1, 'A'),
      (t) => ({ ...t, tickets: present(3, 'A')(none).tickets }),
      asked(1, 'A'),
    ),
    'A',
    '1 admitted',
  ],
  ['it is answered before any ticket was issued', after(asked(1, 'A')), '', '1 voided'],
  [
    'when it overtakes the completion, the completion issues nothing of it',
    after(present(4, 'AB'), asked(1, 'A'), present(3, 'AB')),
    'A- B',
    '1 voided',
  ],
  [
    'a later event that still names a voided seat brings its ticket not back',
    after(present(3, 'AB'), asked(1, 'A'), present(5, 'AB'), asked(2, 'B')),
    'A- B-',
    '1 voided,2 voided',
  ],
])('asked to cancel: %s', (_what, tickets, seats, said) => {
  expect([inWords(tickets), answers(tickets)]).toEqual([seats, said]);
});

const reseated =
  (
    version: number,
    ...lines: readonly [seatId: string, ...reseats: (readonly [n: number, from: string])[]][]
  ) =>
  (tickets: Tickets) =>
    withPresent(tickets, {
      version,
      lines: lines.map(([seatId, ...reseats]) => ({
        seatId,
        priceTypeId: 'standard',
        reseats: reseats.map(([n, from]) => ({ n, from })),
      })),
    });

test.each<[string, Tickets, string]>([
  [
    'gets a new ticket, and the old one is void',
    after(present(3, 'AB'), reseated(5, ['C', [1, 'A']], ['B'])),
    'A- B C',
  ],
  [
    'stays in the house when it was let in',
    after(present(3, 'AB'), admit('A'), reseated(5, ['C', [1, 'A']], ['B'])),
    'A- B C+',
  ],
  [
    'stays in the house when an event between is overtaken',
    after(present(3, 'A'), admit('A'), reseated(7, ['D', [1, 'A'], [2, 'C']]), reseated(5, ['C', [1, 'A']])),
    'A- D+',
  ],
  [
    'gets a new ticket for a seat that it comes back to',
    after(present(3, 'A'), reseated(5, ['C', [1, 'A']]), reseated(7, ['A', [1, 'A'], [2, 'C']])),
    'A- C- A',
  ],
  [
    'is not let in by whoever had the seat before in the same reservation',
    after(present(3, 'AB'), admit('A'), reseated(5, ['C', [1, 'A']], ['A', [2, 'B']])),
    'A- B- C+ A',
  ],
  [
    'is issued alone when the completion comes late',
    after(reseated(5, ['C', [1, 'A']]), present(3, 'A')),
    'C',
  ],
  [
    'can be cancelled like any other',
    after(present(3, 'A'), reseated(5, ['C', [1, 'A']]), asked(2, 'C'), reseated(7, ['C', [1, 'A']])),
    'A- C-',
  ],
])('a seat that was changed for another %s', (_what, tickets, seats) => {
  expect(inWords(tickets)).toBe(seats);
});

test('a ticket’s id is its reservation’s and its place, and stays', () => {
  const ids = after(present(3, 'AB'), present(5, 'BC')).tickets.map(({ ticketId }) => ticketId);
  expect(ids).toEqual(['r1.1', 'r1.2', 'r1.3']);
});
