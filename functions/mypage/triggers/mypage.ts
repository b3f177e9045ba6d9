import { z } from 'zod';
import { listKeyAfter, pageOf, pageQuery } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import type { MypageDeps } from '../deps';
import { entrySchema, summarySchema } from '../domain/entry';
import { entryListKey } from '../store';
import { readSummary } from '../usecases/readSummary';

const entryView = entrySchema.pick({
  reservationId: true,
  status: true,
  title: true,
  startsAt: true,
  movedFrom: true,
  seats: true,
  amount: true,
  currency: true,
  updatedAt: true,
});

const mypageView = z.object({
  summary: summarySchema,
  reservations: z.array(entryView),
  continuation: z.string().optional(),
});

export const getMypage = endpoint(
  {
    method: 'GET',
    route: 'mypage',
    summary: 'A customer’s reservations, the newest first, and what they add up to; about a second old',
    auth: 'customer',
    query: z.object(pageQuery),
    answers: { 200: { description: 'Summary of all, and a page of the list', body: mypageView } },
  },
  async (deps: MypageDeps, { caller: { customerId }, query: { limit, continuation } }) => {
    const page = { after: listKeyAfter(continuation), limit };
    const [summary, entries] = await Promise.all([
      readSummary(deps, customerId),
      deps.entries.of(customerId, page),
    ]);
    const { items, ...more } = pageOf(entries, limit, entryListKey, (entry) => entryView.parse(entry));
    return { status: 200, body: { summary, reservations: items, ...more } };
  },
);
