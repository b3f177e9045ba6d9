import { z } from 'zod';
import { auditEntryView, auditListKey } from '../../../shared/http/auditTrail';
import { listKeyAfter, pageOf, pageQuery } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import type { OperationsDeps } from '../deps';

const auditView = z.object({
  day: z.iso.date(),
  items: z.array(auditEntryView),
  continuation: z.string().optional(),
});

export const listAudit = endpoint(
  {
    method: 'GET',
    route: 'admin/audit',
    summary: 'What staff did on a day of the theatre, today when none is named, the newest first',
    auth: 'admin',
    query: z.object({ day: z.iso.date().optional(), ...pageQuery }),
    answers: { 200: { description: 'A page of it; without an outcome it was begun', body: auditView } },
  },
  async ({ audit }: OperationsDeps, { query: { day = audit.today(), limit, continuation } }) => {
    const entries = await audit.of(day, { limit, after: listKeyAfter(continuation) });
    const page = pageOf(entries, limit, auditListKey, (entry) => auditEntryView.parse(entry));
    return { status: 200, body: { day, ...page } };
  },
);
