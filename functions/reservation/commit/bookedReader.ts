import type { Container } from '@azure/cosmos';
import { queryPages } from '../../../shared/cosmos/cosmos';
import { type Booked, bookedSchema } from '../domain/booked';

const BOOKED =
  'SELECT c.reservationId, c.performanceId, c.status, c.sale, c.payment, c.parts, c.cancellation FROM c';

/** What the papers are made of, page by page, for a quarter of a year is too much to be kept together. */
export const bookedReader = (container: Container) => ({
  /** Whatever was paid for in this time, the later end left out (UTC). */
  sold: (times: { readonly from: string; readonly until: string }): AsyncGenerator<readonly Booked[]> =>
    queryPages(
      container,
      `${BOOKED} WHERE c.payment.approvedAt >= @from AND c.payment.approvedAt < @until`,
      times,
      bookedSchema,
    ),

  /** Whatever money moved of on one of these dates (UTC). */
  moved: (dates: readonly string[]): AsyncGenerator<readonly Booked[]> =>
    queryPages(
      container,
      `${BOOKED} WHERE ${dates.map((_, index) => `ARRAY_CONTAINS(c.moneyDates, @date${index})`).join(' OR ')}`,
      Object.fromEntries(dates.map((date, index) => [`date${index}`, date])),
      bookedSchema,
    ),
});
export type BookedReader = ReturnType<typeof bookedReader>;
