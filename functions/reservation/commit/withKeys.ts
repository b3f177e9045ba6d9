import type { Container } from '@azure/cosmos';
import type { Rewriting } from '../../../shared/cosmos/rewriteDocuments';
import { reservationSchema } from '../domain/reservation';
import { reservationKeys } from './store';

/** The version before stored reservations without the keys by which they are settled and searched. */
export const withKeys = (container: Container): Rewriting => ({
  container,
  where: "c.kind = 'reservation' AND NOT IS_DEFINED(c.searchKeys)",
  partition: 'reservationId',
  today: (document) =>
    document.searchKeys === undefined
      ? { ...document, ...reservationKeys(reservationSchema.parse(document)) }
      : undefined,
});
