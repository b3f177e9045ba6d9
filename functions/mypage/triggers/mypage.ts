import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import type { MypageDeps } from '../deps';
import { summaryOf } from '../domain/entry';

const mypageView = z.object({
  summary: z.object({
    reservationCount: z.int(),
    lastReservedAt: z.string().nullable(),
    completedCount: z.int(),
    spent: z.record(z.string(), z.int()),
  }),
  reservations: z.array(
    z.object({
      reservationId: z.string(),
      status: z.string(),
      title: z.string(),
      startsAt: z.string().nullable(),
      seats: z.array(z.string()),
      amount: z.int(),
      currency: z.string(),
      updatedAt: z.string(),
    }),
  ),
});

export const getMypage = endpoint(
  {
    method: 'GET',
    route: 'mypage',
    summary: 'A customer’s reservations, the newest first, and what they add up to; about a second old',
    auth: 'customer',
    answers: { 200: { description: 'Summary and list', body: mypageView } },
  },
  async (deps: MypageDeps, { caller }) => {
    const entries = await deps.entries.of(caller.customerId);
    const newestFirst = [...entries].sort((a, b) => (a.placedAt < b.placedAt ? 1 : -1));
    const reservations = newestFirst.map(
      ({ reservationId, status, title, startsAt, seats, amount, currency, updatedAt }) => ({
        reservationId,
        status,
        title,
        startsAt,
        seats,
        amount,
        currency,
        updatedAt,
      }),
    );
    return { status: 200, body: { summary: summaryOf(entries), reservations } };
  },
);
