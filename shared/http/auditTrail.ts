import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, isPassingFault, queryDocuments, StoreUnavailable } from '../cosmos/cosmos';
import type { Clock } from '../kernel/clock';
import { randomId } from '../kernel/ids';
import { isoTime } from '../kernel/time';
import { calendarDay } from '../kernel/zone';
import { type Log, reasonOf } from '../telemetry/log';
import { type AccessSpec, isStaff, rolesFor } from './access';
import type { Answer } from './answer';
import type { Page } from './continuation';
import type { EndpointSpec } from './endpoint';
import { Problem } from './problem';
import type { IncomingRequest } from './request';

/**
 * What somebody of the staff did. It names ids and never a person but whoever did it, so nothing of a customer is in it
 * that an erasure would have to find. Without an outcome it was begun, and what became of it is not known.
 */
const entrySchema = z.object({
  id: z.string(),
  /** On the clock of whoever runs this. */
  day: z.string(),
  at: z.string(),
  /** The `sub` of the token. */
  staff: z.string(),
  /** `POST /api/admin/…` with the parameters' names, and which they were. */
  call: z.string(),
  ids: z.record(z.string(), z.string()),
  /** Those members of the body and the query that the call says are to be kept. */
  said: z.record(z.string(), z.unknown()).optional(),
  outcome: z
    .object({
      at: z.string(),
      status: z.int(),
      /** The problem's code. */
      code: z.string().optional(),
      /** Where that is which it made. */
      made: z.string().optional(),
    })
    .optional(),
});
export const auditEntryView = entrySchema.omit({ day: true });
export type AuditEntry = z.infer<typeof entrySchema>;

/** As long as the books are kept. Source: Korea's E-Commerce Act asks for five years of contracts and payments. */
const KEPT_SECONDS = 5 * 366 * 24 * 60 * 60;

export const auditListKey = ({ at, id }: AuditEntry): string => `${at} ${id}`;

type Act = {
  readonly spec: EndpointSpec;
  readonly request: IncomingRequest<unknown, unknown>;
  readonly log: Log;
};

export type AuditTrail = {
  /** Does it, and keeps who did what. Throws `StoreUnavailable` before it is done where that cannot be written. */
  readonly around: (act: Act, work: () => Promise<Answer>) => Promise<Answer>;
  /** A day's page, the newest first. */
  readonly of: (day: string, page: Page) => Promise<AuditEntry[]>;
  readonly today: () => string;
};

/** Where it is kept what staff do. Absent where they do nothing. */
export type KeepsAudit = { readonly audit?: AuditTrail | undefined };

/** Does it, and keeps whatever changes something and is done by staff, a customer's call for a customer too. */
export const audited = (
  trail: AuditTrail | undefined,
  act: Act,
  work: () => Promise<Answer>,
): Promise<Answer> =>
  trail !== undefined && act.spec.method !== 'GET' && isStaff(act.request.caller)
    ? trail.around(act, work)
    : work();

/** Whether only staff may make it, and it changes something. */
export const needsAudit = (spec: AccessSpec & Pick<EndpointSpec, 'method'>): boolean =>
  spec.method !== 'GET' && rolesFor(spec).length > 0;

const TRIES = 3;

/** The container `audit`, one partition a day. */
export function auditTrail(container: Container, clock: Clock, timeZone: string): AuditTrail {
  const write = async (entry: AuditEntry): Promise<void> => {
    const resourceBody = { ...entry, listKey: auditListKey(entry), ttl: KEPT_SECONDS } as never;
    // Whoever lost the reply may have stored it, and stores the same again.
    for (let tries = 0; tries < TRIES; tries++) {
      const stored = await commit(container, entry.day, [{ operationType: 'Upsert', resourceBody }]);
      if (stored === 'committed') return;
    }
    throw new StoreUnavailable('the audit cannot be written');
  };

  const complete = async (begun: AuditEntry, log: Log, outcome: Omit<Outcome, 'at'>): Promise<void> => {
    try {
      await write({ ...begun, outcome: { at: isoTime(clock.now()), ...outcome } });
    } catch (error) {
      // It is done. Whoever is told otherwise would do it again.
      log.error('audit not completed', {
        entry: begun.id,
        call: begun.call,
        ...outcome,
        reason: reasonOf(error),
      });
    }
  };

  return {
    around: async ({ spec, request, log }, work) => {
      const begun = entryOf(spec, request, clock.now(), timeZone);
      await write(begun);
      try {
        const answer = await work();
        const made = answer.headers?.location;
        await complete(begun, log, { status: answer.status, ...(made === undefined ? {} : { made }) });
        return answer;
      } catch (error) {
        await complete(begun, log, failed(error));
        throw error;
      }
    },

    of: (day, { after, limit }) => {
      const condition = after === undefined ? 'IS_DEFINED(c.listKey)' : 'c.listKey < @after';
      const query = `SELECT * FROM c WHERE ${condition} ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`;
      return queryDocuments(container, query, after === undefined ? {} : { after }, entrySchema, {
        partitionKey: day,
        limit,
      });
    },

    today: () => calendarDay(clock.now(), timeZone),
  };
}

type Outcome = NonNullable<AuditEntry['outcome']>;

/** What fails without a problem is answered as one, and may have been done in part. */
const failed = (error: unknown): Omit<Outcome, 'at'> =>
  error instanceof Problem
    ? { status: error.definition.status, code: error.code }
    : isPassingFault(error)
      ? { status: 503, code: 'unavailable' }
      : { status: 500, code: 'internal-error' };

function entryOf(
  spec: EndpointSpec,
  { params, query, body, caller }: IncomingRequest<unknown, unknown>,
  nowMs: number,
  timeZone: string,
): AuditEntry {
  const kept = Object.entries({ ...(body as object), ...(query as object) }).filter(
    ([name, value]) => spec.audited?.includes(name) && value !== undefined,
  );
  return {
    id: randomId(),
    day: calendarDay(nowMs, timeZone),
    at: isoTime(nowMs),
    staff: caller.customerId,
    call: `${spec.method} /api/${spec.route}`,
    ids: params,
    ...(kept.length > 0 ? { said: Object.fromEntries(kept) } : {}),
  };
}
