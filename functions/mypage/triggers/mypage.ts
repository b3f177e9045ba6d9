import { z } from 'zod';
import { listKeyAfter, pageOf, pageQuery } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { isoTime } from '../../../shared/kernel/time';
import type { MypageDeps } from '../deps';
import { entrySchema, summarySchema } from '../domain/entry';
import { loanCounts, loanCountsSchema, loanEntrySchema } from '../domain/loanEntry';
import {
  billCountsSchema,
  billEntrySchema,
  memberCounts,
  membershipCountsSchema,
  membershipEntrySchema,
} from '../domain/memberEntry';
import { entryListKey } from '../store';
import { readSummary } from '../usecases/readSummary';

const entryView = entrySchema.pick({
  reservationId: true,
  status: true,
  title: true,
  translations: true,
  startsAt: true,
  movedFrom: true,
  seats: true,
  amount: true,
  currency: true,
  updatedAt: true,
});

const loanView = loanEntrySchema.omit({ customerId: true, version: true, updatedAt: true });

const membershipView = membershipEntrySchema.omit({ customerId: true, version: true, updatedAt: true });
const billView = billEntrySchema.omit({ customerId: true, version: true, updatedAt: true });

const mypageView = z.object({
  summary: summarySchema,
  memberships: membershipCountsSchema.extend({ items: z.array(membershipView) }),
  bills: billCountsSchema.extend({ items: z.array(billView) }),
  loans: loanCountsSchema.extend({ items: z.array(loanView) }),
  reservations: z.array(entryView),
  continuation: z.string().optional(),
});

export const getMypage = endpoint(
  {
    method: 'GET',
    route: 'mypage',
    summary:
      'A customer’s reservations, the newest first, what they add up to, the newest memberships, bills and loans; about a second old',
    auth: 'customer',
    query: z.object(pageQuery),
    isTranslated: true,
    answers: { 200: { description: 'Summary of all, and a page of the list', body: mypageView } },
  },
  async (deps: MypageDeps, { caller: { customerId }, query: { limit, continuation } }) => {
    const page = { after: listKeyAfter(continuation), limit };
    const [summary, member, loans, entries] = await Promise.all([
      readSummary(deps, customerId),
      readMember(deps, customerId),
      readLoans(deps, customerId),
      deps.entries.of(customerId, page),
    ]);
    const { items, ...more } = pageOf(entries, limit, entryListKey, (entry) => entryView.parse(entry));
    return { status: 200, body: { summary, ...member, loans, reservations: items, ...more } };
  },
);

/** So many of each are shown. The others are in `GET /loans`, `GET /memberships` and `GET /bills`. */
const NEWEST = 20;

async function readLoans({ loans, clock }: MypageDeps, customerId: string) {
  const [newest, all] = await Promise.all([loans.newestOf(customerId, NEWEST), loans.standingOf(customerId)]);
  const items = newest.map((loan) => loanView.parse(loan));
  return { ...loanCounts(all, isoTime(clock.now())), items };
}

async function readMember({ members }: MypageDeps, customerId: string) {
  const [memberships, bills, all] = await Promise.all([
    members.memberships.newestOf(customerId, NEWEST),
    members.bills.newestOf(customerId, NEWEST),
    members.standingOf(customerId),
  ]);
  const counts = memberCounts(all);
  return {
    memberships: { ...counts.memberships, items: memberships.map((one) => membershipView.parse(one)) },
    bills: { ...counts.bills, items: bills.map((one) => billView.parse(one)) },
  };
}
