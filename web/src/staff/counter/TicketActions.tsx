import type { Reservation } from '../../api/types';
import { MailAgain } from './MailAgain';
import { PrintedTickets } from './PrintedTickets';
import { useCounterTexts } from './texts';
import { useIssued } from './useIssued';

/** Tickets on paper or once more by mail. */
export function TicketActions({
  reservation,
  email,
}: {
  readonly reservation: Reservation;
  readonly email: string | undefined;
}) {
  const t = useCounterTexts();
  const { tickets, performance } = useIssued(reservation);
  if (reservation.status !== 'completed') return null;
  const isReady = tickets !== undefined && performance !== undefined;
  return (
    <div class="stack">
      <div class="actions">
        <button type="button" class="button" disabled={!isReady} onClick={() => print()}>
          {isReady ? t.printTickets(tickets.length) : t.issuing}
        </button>
      </div>
      <MailAgain reservationId={reservation.reservationId} kind="completed" email={email} />
      {isReady && <PrintedTickets reservation={reservation} tickets={tickets} performance={performance} />}
    </div>
  );
}
