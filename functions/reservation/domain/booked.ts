import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { linesOf, type SaleLine, saleSchema } from '../../musical/contract';
import { isOf } from './parts';
import { cancellationSchema, commonSchema, statusSchema } from './reservation';

const ofCancellation = {
  ...cancellationSchema.pick({ fee: true, refund: true, requestedAt: true, voidedAt: true, refundedAt: true })
    .shape,
  settledOtherwise: z.object({ amount: z.int() }).optional(),
};

/** As much of a reservation as sales and settlement are made of. */
export const bookedSchema = commonSchema.pick({ reservationId: true, performanceId: true }).extend({
  status: statusSchema,
  sale: saleSchema
    .pick({ seats: true, lines: true, bookingFee: true, amount: true, currency: true })
    .extend(saleSchema.pick({ title: true, startsAt: true }).partial().shape)
    .optional(),
  payment: z
    .object({
      method: z.string().optional(),
      means: z.string().optional(),
      approvedAt: z.string().optional(),
    })
    .optional(),
  /** Of some of the seats, with their money alone. */
  parts: z
    .array(z.object({ ...ofCancellation, n: z.int(), status: z.string(), seats: z.array(z.string()) }))
    .optional(),
  /** Of all of them, with the money of all. */
  cancellation: z.object(ofCancellation).optional(),
});
export type Booked = Immutable<z.infer<typeof bookedSchema>>;

/** As of a reservation in any status. */
export type BookedMoney = Omit<Booked, 'reservationId' | 'performanceId'>;

/** Seats that came back, when that was settled, and what became of their money. */
type Returned = {
  readonly at: string;
  /** Which of the sale's lines they are. Two may be of one seat, where somebody was reseated to what was cancelled before. */
  readonly lines: readonly number[];
  readonly fee: number;
  readonly refund: number;
  /** Of `refund`, not by the provider. */
  readonly otherwise: number;
};

type Cancelled = Immutable<z.infer<z.ZodObject<typeof ofCancellation>>>;

const returnedBy = (
  { fee, refund, requestedAt, voidedAt, refundedAt, settledOtherwise }: Cancelled,
  lines: readonly number[],
): Returned => ({
  at: refundedAt ?? voidedAt ?? requestedAt,
  ...{ lines, fee, refund },
  otherwise: settledOtherwise?.amount ?? 0,
});

const isPaid = ({ payment }: BookedMoney): boolean => payment?.approvedAt !== undefined;

/** What came back of it and is settled. Nothing of what was not paid for. */
export function returnsOf(booked: BookedMoney): readonly Returned[] {
  const { sale, status, parts = [], cancellation } = booked;
  if (sale === undefined || !isPaid(booked)) return [];
  const left = new Map(linesOf(sale).entries());
  const done = parts
    .filter((part) => part.status === 'refunded' || part.status === 'settled-otherwise')
    .map((part) => {
      const lines = [...left].flatMap(([index, line]) => (isOf(part, line) ? [index] : []));
      for (const index of lines) left.delete(index);
      return returnedBy(part, lines);
    });
  if (status !== 'cancelled' || cancellation === undefined) return done;
  const sum = (of: (one: Returned) => number): number => done.reduce((all, one) => all + of(one), 0);
  const fee = cancellation.fee - sum((one) => one.fee);
  const refund = cancellation.refund - sum((one) => one.refund);
  return [...done, returnedBy({ ...cancellation, fee, refund }, [...left.keys()])];
}

/** The whole in parts of these weights. What rounding leaves goes where it falls, and together they are the whole. */
export function shared(whole: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const upTo = (weight: number): number => Number((BigInt(whole) * BigInt(weight)) / BigInt(sum));
  let before = 0;
  return weights.map((weight, index) => {
    if (sum === 0) return index === 0 ? whole : 0;
    const from = upTo(before);
    before += weight;
    return upTo(before) - from;
  });
}

/** What of it was captured, and what went back since, by the provider or otherwise. */
export function moneyOf(booked: BookedMoney): { readonly captured: number; readonly returned: number } {
  const { sale, status, cancellation } = booked;
  if (sale === undefined || !isPaid(booked)) return { captured: 0, returned: 0 };
  // Of a cancelled one the price may not be what was paid. A payment that was not the whole price is refunded too.
  const isOver = status === 'cancelling' || status === 'cancelled';
  const captured =
    isOver && cancellation !== undefined ? cancellation.fee + cancellation.refund : sale.amount;
  return { captured, returned: returnsOf(booked).reduce((sum, { refund }) => sum + refund, 0) };
}

/** A seat that was paid for, with its share of what was captured. `refunded` went back since. Minor units. */
export type SoldSeat = Pick<SaleLine, 'seatId' | 'tier' | 'priceTypeId'> & {
  readonly isReturned: boolean;
  readonly gross: number;
  readonly bookingFee: number;
  readonly refunded: number;
};

/** The seats of it, whatever became of them. None of what was not paid for. Its money is shared out to the last unit. */
export function soldSeats(booked: Booked): readonly SoldSeat[] {
  const { sale } = booked;
  if (sale === undefined || !isPaid(booked)) return [];
  const lines = linesOf(sale);
  const fees = shared(
    sale.bookingFee ?? 0,
    lines.map(() => 1),
  );
  const gross = shared(
    moneyOf(booked).captured,
    lines.map(({ price }, index) => price + (fees[index] ?? 0)),
  );
  const refunds = new Map<number, number>();
  for (const { lines: returned, refund } of returnsOf(booked)) {
    const parts = shared(
      refund,
      returned.map((index) => gross[index] ?? 0),
    );
    returned.forEach((index, i) => void refunds.set(index, parts[i] ?? 0));
  }
  return lines.map(({ seatId, tier, priceTypeId }, index) => ({
    ...{ seatId, tier, priceTypeId },
    isReturned: refunds.has(index),
    gross: gross[index] ?? 0,
    bookingFee: fees[index] ?? 0,
    refunded: refunds.get(index) ?? 0,
  }));
}
