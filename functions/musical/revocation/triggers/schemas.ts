import { z } from 'zod';
import { currency } from '../../catalogue/triggers/schemas';

export const revocationView = z.object({
  reservations: z.int(),
  seats: z.int(),
  refund: z.int(),
  currency,
});
