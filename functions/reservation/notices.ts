import type { Container } from '@azure/cosmos';
import { queryDocuments } from '../../shared/cosmos/cosmos';
import { type NoticeProgress, noticeProgressSchema } from '../notification/contract';
import type { Reservation } from './domain/reservation';

/** What notification has told the customer about this reservation, the first notice first. */
export type ReadNotices = (
  reservation: Pick<Reservation, 'reservationId' | 'customerId'>,
) => Promise<NoticeProgress[]>;

/** Reads notification's container `notifications`, where a customer's notices are one partition. */
export const noticeReader =
  (container: Container): ReadNotices =>
  async ({ reservationId, customerId }) => {
    const query = 'SELECT * FROM c WHERE c.reservationId = @reservationId';
    const found = await queryDocuments(container, query, { reservationId }, noticeProgressSchema, {
      partitionKey: customerId,
    });
    return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  };
