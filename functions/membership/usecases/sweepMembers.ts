import { isoTime } from '../../../shared/kernel/time';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { type Bill, isUnsettled } from '../domain/bill';
import { becomeOverdue, lookedAt } from '../domain/bill.decide';
import { toldLater } from '../domain/customer';
import type { DueDocument } from '../memberStore';
import { type BillDeps, changeBill, readBill } from './changeBill';
import { endMembership } from './changeMembership';
import { checkBillBooks } from './checkBillBooks';
import { issueBills } from './issueBills';
import { settlePayment } from './payBill';
import { refundIfOwed } from './refundBill';
import { tell } from './tell';

/** A bill that waits for the provider for so long alerts somebody. */
const UNSETTLED_MS = 5 * 60 * 1000;

/**
 * Looks at everything that is due: months are billed, memberships end, bills become overdue, payments and refunds without an
 * answer are gone on with, what is in doubt is compared with the provider's books, and what the topic did not take is told.
 */
export const sweepMembers = (deps: BillDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.members.due,
    idOf: ({ customerId, id }: DueDocument) => `${customerId} ${id}`,
    look: (due) => sweepSafely(deps, due),
  });

async function sweepSafely(deps: BillDeps, due: DueDocument): Promise<void> {
  try {
    await look(deps, due);
  } catch (error) {
    deps.log.warn('member will be looked at again', { what: due.kind, reason: reasonOf(error) });
  }
}

async function look(deps: BillDeps, { kind, customerId, id }: DueDocument): Promise<void> {
  switch (kind) {
    case 'customer':
      return tellAgain(deps, customerId);
    case 'membership':
      await issueBills(deps, { customerId, membershipId: id });
      return endMembership(deps, { customerId, membershipId: id });
    case 'bill':
      return lookAtBill(deps, { customerId, billId: id });
    default:
      return kind satisfies never;
  }
}

/** The look is counted before anything is done, so that a topic that is away is asked less and less often. */
async function tellAgain(deps: BillDeps, customerId: string): Promise<void> {
  const nowMs = deps.clock.now();
  const stored = await deps.members.customer(customerId);
  if (stored?.value.dueAt === undefined || stored.value.dueAt > isoTime(nowMs)) return;
  const counted = await deps.members.write({
    customer: { ...stored, value: toldLater(stored.value, nowMs) },
  });
  if (counted === 'committed') await tell(deps, customerId);
}

async function lookAtBill(deps: BillDeps, ref: Pick<Bill, 'customerId' | 'billId'>): Promise<void> {
  const nowMs = deps.clock.now();
  const stored = await deps.members.bill(ref.customerId, ref.billId);
  if (stored?.value.dueAt === undefined || stored.value.dueAt > isoTime(nowMs)) return;
  if (!isUnsettled(stored.value)) return lookAtSettled(deps, ref);
  const { billId, status, updatedAt } = stored.value;
  const ageMs = nowMs - Date.parse(updatedAt);
  if (ageMs > UNSETTLED_MS) deps.log.warn('bill unsettled', { billId, status, ageMs });
  const counted = await deps.members.replaceBill({ ...stored, value: lookedAt(stored.value, nowMs) });
  if (counted === 'conflict') return;
  if (status === 'paying') await settlePayment(deps, counted.value);
  else await refundIfOwed(deps, counted.value);
}

/** Nobody waits for the provider. It may be late, and somebody may have doubts about its money. */
async function lookAtSettled(deps: BillDeps, ref: Pick<Bill, 'customerId' | 'billId'>): Promise<void> {
  await changeBill(deps, ref, becomeOverdue);
  const stored = await readBill(deps, ref);
  if (stored.value.unsureSince === undefined) return;
  const value = lookedAt(stored.value, deps.clock.now());
  const counted = await deps.members.replaceBill({ ...stored, value });
  if (counted !== 'conflict') await checkBillBooks(deps, counted);
}
