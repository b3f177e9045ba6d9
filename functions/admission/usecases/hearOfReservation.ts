import { isoTime } from '../../../shared/kernel/clock';
import { type EventContract, type EventOf, newEvent } from '../../../shared/messaging/envelope';
import { publish } from '../../../shared/messaging/publish';
import { STANDARD_PRICE } from '../../musical/contract';
import type {
  cancellationAccepted,
  reservationCancelled,
  reservationCompleted,
  reservationReduced,
} from '../../reservation/contract';
import { ticketsAdmitted, ticketsIssued, ticketsVoided } from '../contract';
import type { AdmissionDeps } from '../deps';
import type { Answer, Tickets } from '../domain/tickets';
import {
  answerTo,
  type Line,
  type Present,
  withAnswer,
  withEnd,
  withPresent,
} from '../domain/tickets.decide';
import { type ChangeDeps, changeTickets } from './changeTickets';

/** What this context does when it hears what became of a reservation. A copy of an event changes nothing and is answered again. */

type HearDeps = ChangeDeps & Pick<AdmissionDeps, 'publisher'>;

export async function hearCompleted(
  deps: HearDeps,
  { data, time }: EventOf<typeof reservationCompleted>,
): Promise<void> {
  const tickets = await changeTickets(deps, data, (t) => withPresent(t, presentOf(data)));
  if (tickets.endedAt === undefined) await publish(deps.publisher, [issuedEvent(tickets, time)]);
}

export async function hearCancellationAccepted(
  deps: HearDeps,
  { data }: EventOf<typeof cancellationAccepted>,
): Promise<void> {
  const now = isoTime(deps.clock.now());
  const tickets = await changeTickets(deps, data, (t) =>
    withAnswer(withPresent(t, presentOf(data)), data, now),
  );
  const answer = answerTo(tickets, data.n);
  if (answer !== undefined) await publish(deps.publisher, [answerEvent(tickets, answer)]);
}

/** Seats went back, so their tickets are void, whatever was answered before. */
export async function hearReduced(
  deps: ChangeDeps,
  { data }: EventOf<typeof reservationReduced>,
): Promise<void> {
  await changeTickets(deps, data, (t) => withPresent(t, presentOf({ ...data, seats: [] })));
}

/**
 * All of it is void. Of a reservation that was never paid for there is nothing, and nothing is written. Of any other it
 * is written although no ticket has been issued, so that a completion which comes later issues none.
 */
export async function hearCancelled(
  deps: ChangeDeps,
  { data }: EventOf<typeof reservationCancelled>,
): Promise<void> {
  const wasPaid = data.fee + data.refund > 0 || (data.amount === 0 && data.seats.length > 0);
  const now = isoTime(deps.clock.now());
  await changeTickets(deps, data, (t) => (t.version === 0 && !wasPaid ? t : withEnd(t, now)));
}

type Told = {
  readonly version?: number | undefined;
  readonly seats: readonly string[];
  readonly lines?: readonly Line[] | undefined;
};

/** Events of the version before name the seats alone. Whatever else is known is newer. */
const presentOf = ({ version = 1, seats, lines }: Told): Present => ({
  version,
  lines: lines ?? seats.map((seatId) => ({ seatId, priceTypeId: STANDARD_PRICE })),
});

const issuedEvent = ({ reservationId, performanceId, version }: Tickets, time: string) =>
  eventOf(ticketsIssued, `${reservationId}/${version}`, time, { reservationId, performanceId, version });

const answerEvent = ({ reservationId, performanceId }: Tickets, { n, kind, seats, answeredAt }: Answer) =>
  kind === 'voided'
    ? eventOf(ticketsVoided, `${reservationId}/${n}`, answeredAt, { reservationId, performanceId, n })
    : eventOf(ticketsAdmitted, `${reservationId}/${n}`, answeredAt, {
        reservationId,
        performanceId,
        n,
        seats: [...seats],
      });

const eventOf = <Type extends string, Data extends { readonly reservationId: string }>(
  contract: EventContract<Type, Data>,
  causeId: string,
  time: string,
  data: Data,
) => newEvent(contract, { causeId, subject: data.reservationId, time, data });
