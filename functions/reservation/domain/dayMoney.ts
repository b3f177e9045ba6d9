import { z } from 'zod';
import { type BookedMoney, moneyOf, returnsOf } from './booked';

/** What one way of payment moved on a day, in one currency. Minor units. */
export const settlementItemSchema = z.object({
  /** `none` when there was nothing to be paid, how it was paid at the counter, or by what at the provider. */
  method: z.string(),
  currency: z.string(),
  captured: z.int(),
  /** By whoever captured it. */
  refunded: z.int(),
  /** Kept of what was cancelled. */
  fees: z.int(),
  settledOtherwise: z.int(),
});
export type SettlementItem = z.infer<typeof settlementItemSchema>;

type Move = Omit<SettlementItem, 'method' | 'currency'> & { readonly at: string };

/** Each time at which money of it was captured, or went back or was kept. */
function movesOf(booked: BookedMoney): readonly Move[] {
  const { approvedAt } = booked.payment ?? {};
  if (booked.sale === undefined || approvedAt === undefined) return [];
  const nothing = { captured: 0, refunded: 0, fees: 0, settledOtherwise: 0 };
  const back = returnsOf(booked).map(({ at, fee, refund, otherwise }) => ({
    ...nothing,
    ...{ at, fees: fee, refunded: refund - otherwise, settledOtherwise: otherwise },
  }));
  return [{ ...nothing, at: approvedAt, captured: moneyOf(booked).captured }, ...back];
}

/** The dates (UTC) on which money of it moved. By them a day's reservations are found. */
export const moneyDatesOf = (booked: BookedMoney): readonly string[] => [
  ...new Set(movesOf(booked).map(({ at }) => at.slice(0, 10))),
];

type Times = { readonly from: string; readonly until: string };

/** How it was paid at the counter or that nothing was to be paid, else as the provider has said. */
const methodOf = ({ payment }: BookedMoney): string => payment?.method ?? payment?.means ?? 'provider';

/** Adds up what moved in this time, the later end left out (UTC). */
export function settlementCount({ from, until }: Times) {
  const items = new Map<string, SettlementItem>();
  return {
    add(booked: BookedMoney): void {
      const named = { method: methodOf(booked), currency: booked.sale?.currency ?? '' };
      const place = `${named.method} ${named.currency}`;
      for (const { at, ...move } of movesOf(booked).filter((one) => one.at >= from && one.at < until)) {
        const before = items.get(place);
        items.set(place, before === undefined ? { ...named, ...move } : added(before, move));
      }
    },
    /** By method, and then by currency. */
    items: (): SettlementItem[] => [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item),
  };
}

const added = (item: SettlementItem, move: Omit<Move, 'at'>): SettlementItem => ({
  ...item,
  captured: item.captured + move.captured,
  refunded: item.refunded + move.refunded,
  fees: item.fees + move.fees,
  settledOtherwise: item.settledOtherwise + move.settledOtherwise,
});
