import type { Cell } from '../../../shared/http/csv';
import { calendarMinute } from '../../../shared/kernel/zone';
import { moneyOf } from '../domain/booked';
import type { SettlementItem } from '../domain/dayMoney';
import { partsOf, presentOf } from '../domain/parts';
import { type Reservation, saleOf, seatsOf } from '../domain/reservation';
import type { GroupBy, SalesItem } from '../domain/sales';

/** The tables for a spreadsheet, their columns and one row each. Times are on the theatre's clock. */

const minute = (time: string | undefined, timeZone: string): string | undefined =>
  time === undefined ? undefined : calendarMinute(Date.parse(time), timeZone);

const isOfPerformances = (groupBy: GroupBy): boolean => groupBy === 'performance';

export const salesColumns = (groupBy: GroupBy): readonly string[] => [
  groupBy,
  ...(isOfPerformances(groupBy) ? ['title', 'startsAt'] : []),
  'currency',
  'reservations',
  'seats',
  'returned',
  'gross',
  'bookingFees',
  'refunded',
];

export const salesRow = (groupBy: GroupBy, item: SalesItem, timeZone: string): readonly Cell[] => [
  item.key,
  ...(isOfPerformances(groupBy) ? [item.title, minute(item.startsAt, timeZone)] : []),
  item.currency,
  item.reservations,
  item.seats,
  item.returned,
  item.gross,
  item.bookingFees,
  item.refunded,
];

export const houseColumns = [
  'reservationId',
  'status',
  'name',
  'email',
  'phone',
  'seats',
  'count',
  'tiers',
  'priceTypes',
  'amount',
  'captured',
  'refunded',
  'currency',
  'placedAt',
  'paidAt',
] as const;

export function houseRow(reservation: Reservation, timeZone: string): readonly Cell[] {
  const { reservationId, status, customer, placedAt } = reservation;
  const sale = saleOf(reservation);
  const present = sale === undefined ? undefined : presentOf(sale, partsOf(reservation));
  const { lines = [], amount = 0, seats = seatsOf(reservation) } = present ?? {};
  const { captured, returned } = moneyOf(reservation);
  const paidAt = 'payment' in reservation ? reservation.payment?.approvedAt : undefined;
  return [
    reservationId,
    status,
    customer.name,
    customer.email,
    customer.phone,
    seats.join(' '),
    seats.length,
    [...new Set(lines.map(({ tier }) => tier))].join(' '),
    [...new Set(lines.map(({ priceTypeId }) => priceTypeId))].join(' '),
    amount,
    captured,
    returned,
    sale?.currency,
    minute(placedAt, timeZone),
    minute(paidAt, timeZone),
  ];
}

export const settlementColumns = [
  'method',
  'currency',
  'captured',
  'refunded',
  'fees',
  'settledOtherwise',
] as const satisfies readonly (keyof SettlementItem)[];
