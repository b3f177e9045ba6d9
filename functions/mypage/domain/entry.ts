import type { ReservationFeedItem } from '../../reservation/contract';

/** One reservation as its customer sees it in the list. `captured` and `refunded` are minor units of `currency`. */
export type Entry = {
  readonly reservationId: string;
  readonly customerId: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly seats: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly captured: number;
  readonly refunded: number;
  readonly placedAt: string;
  readonly updatedAt: string;
};

export type Summary = {
  readonly reservationCount: number;
  readonly lastReservedAt: string | null;
  readonly completedCount: number;
  /** What was captured and not given back, by currency. */
  readonly spent: Readonly<Record<string, number>>;
};

/** The entry a state of a reservation makes. */
export function entryOf(item: ReservationFeedItem): Entry {
  const {
    reservationId,
    customerId,
    version,
    status,
    sale,
    payment,
    cancellation,
    request,
    placedAt,
    updatedAt,
  } = item;
  // Of a cancelled one the price may not be what was paid: a payment that was not the whole price is given back too.
  const paid = cancellation === undefined ? (sale?.amount ?? 0) : cancellation.fee + cancellation.refund;
  return {
    reservationId,
    customerId,
    version,
    status,
    title: sale?.title ?? '',
    startsAt: sale?.startsAt ?? null,
    seats: sale?.seats ?? ('seats' in request ? request.seats : []),
    amount: sale?.amount ?? 0,
    currency: sale?.currency ?? '',
    captured: payment?.approvedAt === undefined ? 0 : paid,
    refunded: cancellation?.refundedAt === undefined ? 0 : cancellation.refund,
    placedAt,
    updatedAt,
  };
}

/** The later of two states of a reservation: so changes may come in any order and more than once. */
export const isNewer = (entry: Entry, known: Entry | undefined): boolean =>
  known === undefined || entry.version > known.version;

export function summaryOf(entries: readonly Entry[]): Summary {
  const spent: Record<string, number> = {};
  for (const { currency, captured, refunded } of entries) {
    if (captured > 0) spent[currency] = (spent[currency] ?? 0) + captured - refunded;
  }
  return {
    reservationCount: entries.length,
    lastReservedAt:
      entries
        .map(({ placedAt }) => placedAt)
        .sort()
        .at(-1) ?? null,
    completedCount: entries.filter(({ status }) => status === 'completed').length,
    spent,
  };
}
