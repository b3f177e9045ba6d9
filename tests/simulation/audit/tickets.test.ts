import type { Ticket } from '../../../functions/admission/domain/tickets';
import type { In, Part } from '../../../functions/reservation/domain/reservation';
import { inStatus } from '../../samples/reservation';
import { TicketsAudit } from './tickets';

const [seatId = ''] = inStatus.completed.sale.seats;
const part: Part = {
  n: 2,
  seats: [seatId],
  status: 'refunded',
  reason: 'customer',
  requestedAt: '2026-11-21T10:02:00.000Z',
  fee: 0,
  refund: 170_000,
};
const reservation: In<'completed'> = { ...inStatus.completed, parts: [part] };

function seen(...tickets: readonly Pick<Ticket, 'status' | 'reseat'>[]): TicketsAudit {
  const { reservationId, performanceId, customerId } = reservation;
  const audit = new TicketsAudit();
  audit.all.set(reservationId, {
    reservationId,
    performanceId,
    customerId,
    version: 1,
    answers: [],
    tickets: tickets.map((one, i) => ({
      ticketId: `${reservationId}.${i + 1}`,
      seatId,
      priceTypeId: 'standard',
      ...one,
    })),
  });
  return audit;
}

test('a seat that went back, and later came in the place of another, is not the one that was refunded', () => {
  const audit = seen({ status: 'void' }, { status: 'admitted', reseat: 3 });
  expect(() => audit.checkRefunded(reservation)).not.toThrow();
});

test.each([
  ['its first ticket', [{ status: 'admitted' }]],
  ['the one that it had by a reseat', [{ status: 'void' }, { status: 'admitted', reseat: 1 }]],
] as const)('but who came in on it before is found: %s', (_what, tickets) => {
  expect(() => seen(...tickets).checkRefunded(reservation)).toThrow('somebody was let in');
});
