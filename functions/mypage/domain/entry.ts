import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { keptMoveSchema, saleSchema } from '../../musical/contract';
import {
  presentOf,
  type ReservationFeedItem,
  refundedOf,
  reservationFeedSchema,
} from '../../reservation/contract';

/** One reservation as its customer sees it in the list. `captured` and `refunded` are minor units of `currency`. */
export const entrySchema = z.object({
  ...reservationFeedSchema.pick({
    reservationId: true,
    customerId: true,
    version: true,
    status: true,
    placedAt: true,
    updatedAt: true,
  }).shape,
  ...saleSchema.pick({ title: true, translations: true, seats: true, amount: true, currency: true }).shape,
  startsAt: saleSchema.shape.startsAt.nullable(),
  /** What was bought, when the performance was moved since to another time or venue. */
  movedFrom: keptMoveSchema.shape.from.optional(),
  captured: z.int(),
  refunded: z.int(),
});
export type Entry = Immutable<z.infer<typeof entrySchema>>;

export const summarySchema = z.object({
  reservationCount: z.int(),
  lastReservedAt: z.string().nullable(),
  completedCount: z.int(),
  /** What was captured and not refunded, by currency. */
  spent: z.record(z.string(), z.int()),
});
export type Summary = z.infer<typeof summarySchema>;

/** The entry a state of a reservation makes. */
export function entryOf(item: ReservationFeedItem): Entry {
  const { sale, payment, cancellation, parts = [], request } = item;
  // Of a cancelled one the price may not be what was paid. A payment that was not the whole price is refunded too.
  const paid = cancellation === undefined ? (sale?.amount ?? 0) : cancellation.fee + cancellation.refund;
  return entrySchema.parse({
    ...item,
    title: '',
    startsAt: null,
    seats: 'seats' in request ? request.seats : [],
    amount: 0,
    currency: '',
    ...sale,
    ...(sale === undefined ? {} : presentOf(sale, parts)),
    ...(sale?.moves?.[0] === undefined ? {} : { movedFrom: sale.moves[0].from }),
    captured: payment?.approvedAt === undefined ? 0 : paid,
    refunded: cancellation?.refundedAt === undefined ? refundedOf(parts) : cancellation.refund,
  });
}

/** The later of two states of a reservation wins, so changes may come in any order and more than once. */
export const isNewer = (entry: Entry, known: Entry | undefined): boolean =>
  known === undefined || entry.version > known.version;

/** What was captured and not refunded, by currency. */
export function spentOf(
  paid: readonly Pick<Entry, 'currency' | 'captured' | 'refunded'>[],
): Summary['spent'] {
  const spent: Record<string, number> = {};
  for (const { currency, captured, refunded } of paid)
    spent[currency] = (spent[currency] ?? 0) + captured - refunded;
  return spent;
}
