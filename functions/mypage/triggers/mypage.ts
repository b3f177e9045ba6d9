import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import type { MypageDeps } from '../deps';
import { entrySchema, summaryOf, summarySchema } from '../domain/entry';

const entryView = entrySchema.pick({
  reservationId: true,
  status: true,
  title: true,
  startsAt: true,
  seats: true,
  amount: true,
  currency: true,
  updatedAt: true,
});

const mypageView = z.object({ summary: summarySchema, reservations: z.array(entryView) });

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
    const reservations = newestFirst.map((entry) => entryView.parse(entry));
    return { status: 200, body: { summary: summaryOf(entries), reservations } };
  },
);
