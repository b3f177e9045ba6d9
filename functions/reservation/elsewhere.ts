import type { Container } from '@azure/cosmos';
import type { z } from 'zod';
import { queryDocuments } from '../../shared/cosmos/cosmos';
import { heldSeatsSchema } from '../musical/contract';
import { noticeCopySchema } from '../notification/contract';

/** What other contexts keep of a customer, for whoever asks what is kept. */
export type Elsewhere = {
  readonly noticesTo: (customerId: string) => Promise<z.infer<typeof noticeCopySchema>[]>;
  readonly heldSeatsOf: (customerId: string) => Promise<z.infer<typeof heldSeatsSchema>[]>;
};

/** Reads the containers of `notification` and `musical`, which alone write there. */
export const elsewhere = (notifications: Container, seats: Container): Elsewhere => ({
  noticesTo: (customerId) =>
    queryDocuments(
      notifications,
      'SELECT * FROM c WHERE IS_DEFINED(c.listKey) ORDER BY c.listKey DESC',
      {},
      noticeCopySchema,
      { partitionKey: customerId },
    ),
  heldSeatsOf: (customerId) =>
    queryDocuments(
      seats,
      "SELECT * FROM c WHERE c.customerId = @customerId AND c.kind = 'count'",
      { customerId },
      heldSeatsSchema,
    ),
});
