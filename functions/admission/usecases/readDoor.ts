import { checkOf } from '../codes';
import type { AdmissionDeps } from '../deps';
import type { Scan } from '../domain/scan';
import type { TicketStatus } from '../domain/tickets';

/** More are not shown. Each wants a person to look at it. */
const MAX_CONFLICTS = 100;

/** All that a door has to know to go on without a connection, and who is in the house who was not to be. */
export async function readDoor(
  { tickets, codes }: Pick<AdmissionDeps, 'tickets' | 'codes'>,
  performanceId: string,
) {
  const [reservations, inConflict] = await Promise.all([
    tickets.ofPerformance(performanceId),
    tickets.conflicts(performanceId, MAX_CONFLICTS),
  ]);
  const all = reservations.flatMap((one) => one.tickets);
  const count = (status: TicketStatus) => all.filter((ticket) => ticket.status === status).length;
  return {
    publicKeys: codes.publicKeys,
    check: checkOf(performanceId),
    counts: { valid: count('valid'), admitted: count('admitted'), void: count('void') },
    tickets: all,
    conflicts: conflictsOf(inConflict, await scansOf(tickets, performanceId, inConflict)),
  };
}

const scansOf = (
  tickets: AdmissionDeps['tickets'],
  performanceId: string,
  scans: readonly Scan[],
): Promise<Scan[]> => {
  const ids = new Set(scans.flatMap(({ ticketId }) => ticketId ?? []));
  return ids.size === 0 ? Promise.resolve([]) : tickets.scansOf(performanceId, [...ids]);
};

/** A ticket with each scan of it, the first first. A code that is none of ours stands alone. */
function conflictsOf(inConflict: readonly Scan[], scans: readonly Scan[]) {
  const byTicket = Map.groupBy(
    scans.toSorted((a, b) => (a.storedAt < b.storedAt ? -1 : 1)),
    ({ ticketId = '' }) => ticketId,
  );
  const unknown = inConflict.filter(({ ticketId }) => ticketId === undefined);
  return [
    ...[...byTicket].map(([ticketId, all]) => ({ ticketId, seatId: all[0]?.seatId, scans: all })),
    ...unknown.map((scan) => ({ scans: [scan] })),
  ];
}
