import { percentOf } from '../../../shared/kernel/money';
import { calendarDaysBetween } from '../../../shared/kernel/zone';
import { linesOf, type Sale, type SaleLine } from '../../musical/contract';
import { bookingFeeOf } from './parts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** It is played at another time or venue than was bought. Then cancelling is free until it begins. */
const isMoved = ({ moves = [] }: Sale): boolean => moves.length > 0;

/**
 * What is kept of these lines of a paid reservation, of all when none are named. It is rounded down on each and then added,
 * so one by one costs what all at once costs. Their part of the booking fee comes back on the day of reserving only.
 * Undefined when cancelling is no longer possible, at the latest when it has begun.
 */
export function feeFor(
  sale: Sale,
  placedAt: string,
  now: string,
  lines: readonly SaleLine[] = linesOf(sale),
): number | undefined {
  if (Date.parse(now) >= Date.parse(sale.startsAt)) return undefined;
  if (isMoved(sale)) return 0;
  const feeOfSeat = feeOfOneSeat(sale, placedAt, now);
  if (feeOfSeat === undefined) return undefined;
  const isSameDay = calendarDaysBetween(Date.parse(placedAt), Date.parse(now), sale.venue.timeZone) === 0;
  const kept = isSameDay ? 0 : bookingFeeOf(sale, lines.length);
  return lines.reduce((fee, { price }) => fee + feeOfSeat(price), kept);
}

/** By the sale's own policy, judged on the calendar of the venue. Undefined when it is too late. */
function feeOfOneSeat(sale: Sale, placedAt: string, now: string): ((price: number) => number) | undefined {
  const { cancellationPolicy: policy, venue } = sale;
  const nowMs = Date.parse(now);
  const startsAtMs = Date.parse(sale.startsAt);
  const daysBefore = calendarDaysBetween(nowMs, startsAtMs, venue.timeZone);
  const isEarly = nowMs - Date.parse(placedAt) <= policy.freeDays * DAY_MS;
  if (isEarly && daysBefore >= policy.freeUntilDaysBefore) return () => 0;
  const tier = [...policy.tiers]
    .sort((a, b) => b.daysBefore - a.daysBefore)
    .find((t) => daysBefore >= t.daysBefore);
  if (tier === undefined) return undefined;
  const { feePerSeat = Number.POSITIVE_INFINITY, feePercent } = tier;
  return (price) => Math.min(feePerSeat, percentOf(price, feePercent));
}
