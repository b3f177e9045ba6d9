import type { Container } from '@azure/cosmos';
import { queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { addresseeSchema, customerOfSchema } from '../reservation/contract';
import type { Addressee } from './domain/language';

/**
 * Who a customer is today, as `reservation` knows it. `bought` is a reservation that was paid a moment ago. Undefined when no
 * reservation of the customer is seen yet.
 */
export type ReadAddressee = (customerId: string, bought?: string) => Promise<Addressee | undefined>;

/**
 * Reads the container of `reservation`, which alone writes there. News may come months after what it tells of, so it goes
 * to the address and in the language of the customer's latest reservation. What was bought a moment ago is told to whoever
 * bought it, which a point read knows.
 */
export const addresseeReader =
  (reservations: Container): ReadAddressee =>
  async (customerId, bought) => {
    if (bought !== undefined)
      return (await readDocument(reservations, bought, bought, addresseeSchema))?.value.customer;
    const query =
      'SELECT c.customer FROM c WHERE c.customerId = @customerId ORDER BY c.listKey DESC OFFSET 0 LIMIT 1';
    const [latest] = await queryDocuments(reservations, query, { customerId }, addresseeSchema);
    return latest?.customer;
  };

/** Whose reservation it is. Undefined when there is none. */
export const customerReader =
  (reservations: Container) =>
  async (reservationId: string): Promise<string | undefined> =>
    (await readDocument(reservations, reservationId, reservationId, customerOfSchema))?.value.customerId;
