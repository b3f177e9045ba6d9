import { ticketCodes } from '../../functions/admission/codes';
import type { AdmissionDeps } from '../../functions/admission/deps';
import { ticketStore } from '../../functions/admission/store';
import { hearCompleted } from '../../functions/admission/usecases/hearOfReservation';
import { reservationCompleted } from '../../functions/reservation/contract';
import { newTicketKey } from '../../local/marquee/ticketKeys';
import { openContainers } from './containers';
import { sampleEvent } from './events';
import { openTopic } from './topic';

const codes = ticketCodes(newTicketKey());

/** Tickets on their real store and the real client, in memory, at the time a test sets. */
export function openAdmission(now = '2026-12-24T09:30:00.000Z') {
  const { clock, faults, container, database } = openContainers(Date.parse(now));
  const topic = openTopic();
  const deps: AdmissionDeps = {
    clock: { now: () => clock.nowMs },
    sleep: async (ms) => {
      clock.nowMs += ms;
    },
    random: () => 0,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    authenticate: () => Promise.reject(new Error('nobody calls by HTTP')),
    publisher: topic.publisher,
    tickets: ticketStore(container('tickets')),
    codes,
  };
  /** What became of each seat, in the order of the tickets. */
  const seats = async (reservationId = 'r1', performanceId = 'm1.p1'): Promise<string[]> => {
    const stored = await deps.tickets.read(performanceId, reservationId);
    return (stored?.value.tickets ?? []).map(({ seatId, status }) => `${seatId} ${status}`);
  };
  /** A reservation that is completed, and its tickets' codes in the order of its seats. */
  const sell = async (
    seatIds: readonly string[],
    reservationId = 'r1',
    performanceId = 'm1.p1',
  ): Promise<string[]> => {
    await hearCompleted(
      deps,
      sampleEvent(reservationCompleted, reservationId, {
        reservationId,
        performanceId,
        customerId: 'kim',
        version: 3,
        seats: [...seatIds],
        amount: 1_000,
        currency: 'KRW',
      }),
    );
    const stored = await deps.tickets.read(performanceId, reservationId);
    return (stored?.value.tickets ?? []).map(({ ticketId }) => codes.codeOf(ticketId, performanceId));
  };
  return { deps, sell, clock, faults, container, database, topic, seats };
}
