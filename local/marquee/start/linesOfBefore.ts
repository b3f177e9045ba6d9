import type { Database } from '@azure/cosmos';
import { z } from 'zod';
import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import { planStore } from '../../../functions/musical/catalogue/planStore';
import { catalogueStore } from '../../../functions/musical/catalogue/store';
import { linesBefore } from '../../../functions/musical/seats/domain/price';
import { pricedSchema } from '../../../functions/musical/seats/domain/saleLine';
import type { Rewriting } from '../../../shared/cosmos/rewriteDocuments';

const allocationSchema = z.looseObject({ performanceId: z.string(), ...pricedSchema.shape });
const reservationSchema = z.looseObject({
  performanceId: z.string(),
  sale: z.looseObject(pricedSchema.shape).optional(),
});

/**
 * What was sold before a sale had lines gets them, the same in the allocation as in the reservation: performances are read
 * once for both.
 */
export function withLines(database: Pick<Database, 'container'>): readonly Rewriting[] {
  const catalogue = catalogueStore(
    database.container('musicals'),
    planStore(database.container('seatingPlans')),
  );
  const known = new Map<string, Promise<Performance | undefined>>();
  const linesFor = async (performanceId: string, sale: z.infer<typeof pricedSchema>) => {
    const performance =
      known.get(performanceId) ?? catalogue.performance(performanceId).then((one) => one?.value);
    known.set(performanceId, performance);
    return linesBefore(await performance, sale);
  };
  return [
    {
      container: database.container('seats'),
      where: "c.kind = 'allocation' AND NOT IS_DEFINED(c.lines)",
      partition: 'performanceId',
      today: async (document) => {
        const { performanceId, ...sale } = allocationSchema.parse(document);
        if (sale.lines !== undefined || sale.seats.length === 0) return undefined;
        return { ...document, lines: await linesFor(performanceId, sale) };
      },
    },
    {
      container: database.container('reservations'),
      where: "c.kind = 'reservation' AND IS_DEFINED(c.sale) AND NOT IS_DEFINED(c.sale.lines)",
      partition: 'reservationId',
      today: async (document) => {
        const { performanceId, sale } = reservationSchema.parse(document);
        if (sale === undefined || sale.lines !== undefined || sale.seats.length === 0) return undefined;
        return { ...document, sale: { ...sale, lines: await linesFor(performanceId, sale) } };
      },
    },
  ];
}
