import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { isoTime } from '../../../shared/kernel/time';
import { beginOf, endOf, firstDayOf, lastDayOf, monthAfter, monthAt, monthOf } from './month';
import type { Plan } from './plan';
import { benefitsSchema, membershipStatusSchema } from './standing';

/** A plan as it was on the day of joining. What becomes of the plan later changes nothing of it. */
const joinedPlanSchema = z.object({
  planId: z.string(),
  planName: z.string(),
  /** Minor units of its currency, for each calendar month. */
  monthlyFee: z.int(),
  currency: z.string(),
  benefits: benefitsSchema,
});

/** Times are UTC, days and months are the theatre's. */
export const membershipSchema = joinedPlanSchema.extend({
  membershipId: z.string(),
  customerId: z.string(),
  status: membershipStatusSchema,
  startedAt: z.string(),
  updatedAt: z.string(),
  /** Its last day, which is the last of a month. */
  endsOn: z.string().optional(),
  /** The month of the next bill. Absent when none is to come. */
  nextMonth: z.string().optional(),
  /** It grows with everything that its customer can see. */
  version: z.int(),
  /** When the sweep looks at it. Absent when nothing is left to be done. */
  dueAt: z.string().optional(),
});
export type Membership = Immutable<z.infer<typeof membershipSchema>>;

/** The clock and the calendar by which something is decided. */
export type Moment = { readonly nowMs: number; readonly timeZone: string };

/** Its first month is billed in full with it, so the next bill is that of the month after. */
export const newMembership = (
  asked: Pick<Membership, 'membershipId' | 'customerId'>,
  { planId, name, monthlyFee, currency, benefits }: Plan,
  { nowMs, timeZone }: Moment,
): Membership =>
  withDueAt(
    {
      ...asked,
      planId,
      planName: name,
      monthlyFee,
      currency,
      benefits,
      status: 'active',
      startedAt: isoTime(nowMs),
      updatedAt: isoTime(nowMs),
      nextMonth: monthAfter(monthAt(nowMs, timeZone)),
      version: 1,
    },
    timeZone,
  );

/** It ends with this month. One that ends already, or has ended, stays as it is. */
export function ending(membership: Membership, { nowMs, timeZone }: Moment): Membership {
  if (membership.status !== 'active') return membership;
  const month = monthAt(nowMs, timeZone);
  return changed({ ...membership, status: 'ending', endsOn: lastDayOf(month) }, { nowMs, timeZone });
}

/** The month that is to be billed now, if one has begun. None that lies after the last day is ever the next. */
export const monthToBill = (
  { nextMonth }: Pick<Membership, 'nextMonth'>,
  { nowMs, timeZone }: Moment,
): string | undefined =>
  nextMonth !== undefined && nextMonth <= monthAt(nowMs, timeZone) ? nextMonth : undefined;

const isAfterEnd = (month: string, endsOn: string | undefined): boolean =>
  endsOn !== undefined && month > monthOf(endsOn);

/** The months up to this one that a run would bill. */
export function monthsToBill(
  { nextMonth, endsOn }: Pick<Membership, 'nextMonth' | 'endsOn'>,
  until: string,
): readonly string[] {
  const months: string[] = [];
  for (let month = nextMonth; month !== undefined && month <= until; month = monthAfter(month))
    if (!isAfterEnd(month, endsOn)) months.push(month);
  return months;
}

/** The bill of this month is issued with it. */
export const billed = (membership: Membership, month: string, moment: Moment): Membership =>
  changed({ ...membership, nextMonth: monthAfter(month) }, moment);

/** Its last day is over and all its months are billed. */
export const hasToEnd = (membership: Membership, moment: Moment): boolean =>
  membership.status === 'ending' &&
  membership.endsOn !== undefined &&
  monthToBill(membership, moment) === undefined &&
  endOf(membership.endsOn, moment.timeZone) <= isoTime(moment.nowMs);

export const ended = (membership: Membership, moment: Moment): Membership =>
  changed({ ...membership, status: 'ended' }, moment);

const changed = (membership: Membership, { nowMs, timeZone }: Moment): Membership =>
  withDueAt({ ...membership, updatedAt: isoTime(nowMs), version: membership.version + 1 }, timeZone);

/** It is due when its next month begins, and after its last month when that is over. */
function withDueAt(membership: Membership, timeZone: string): Membership {
  const { dueAt: _before, nextMonth, ...rest } = membership;
  const { status, endsOn } = rest;
  if (status === 'ended') return rest;
  if (nextMonth !== undefined && !isAfterEnd(nextMonth, endsOn))
    return { ...rest, nextMonth, dueAt: beginOf(firstDayOf(nextMonth), timeZone) };
  return endsOn === undefined ? rest : { ...rest, dueAt: endOf(endsOn, timeZone) };
}

export const isLive = ({ status }: Pick<Membership, 'status'>): boolean => status !== 'ended';

/** A membership's place in its customer's list. */
export const membershipListKey = ({
  startedAt,
  membershipId,
}: Pick<Membership, 'startedAt' | 'membershipId'>): string => `${startedAt} ${membershipId}`;
