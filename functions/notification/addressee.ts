import type { Container } from '@azure/cosmos';
import { queryDocuments, readDocument, StoreUnavailable } from '../../shared/cosmos/cosmos';
import { addresseeSchema } from '../reservation/contract';
import type { Addressee, NoticeEvent } from './domain/language';

/** Who is told this, as `reservation` knows the customer today. Throws StoreUnavailable when that is not seen yet. */
export type ReadAddressee = (event: NoticeEvent) => Promise<Addressee>;

/**
 * Reads the container of `reservation`, which alone writes there. A reservation that was made a moment ago says it itself.
 * A cancellation or a move may come months later, so what the customer's latest one says counts.
 */
export const addresseeReader =
  (reservations: Container): ReadAddressee =>
  async ({ type, data: { reservationId, customerId } }) => {
    const found =
      type === 'ReservationCancelled' || type === 'ReservationMoved'
        ? await latestOf(reservations, customerId)
        : (await readDocument(reservations, reservationId, reservationId, addresseeSchema))?.value;
    if (found === undefined) throw new StoreUnavailable(`reservation ${reservationId} is not seen yet`);
    return found.customer;
  };

async function latestOf(reservations: Container, customerId: string) {
  const query =
    'SELECT c.customer FROM c WHERE c.customerId = @customerId ORDER BY c.listKey DESC OFFSET 0 LIMIT 1';
  const [latest] = await queryDocuments(reservations, query, { customerId }, addresseeSchema);
  return latest;
}

/** The customer as the latest reservation knows it. Undefined when there is none. */
export const latestAddresseeReader =
  (reservations: Container) =>
  async (customerId: string): Promise<Addressee | undefined> =>
    (await latestOf(reservations, customerId))?.customer;
