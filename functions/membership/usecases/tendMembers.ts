import { isoTime } from '../../../shared/kernel/time';
import type { PendingItem } from '../../../shared/pending/pending';
import { writeProgress } from '../../../shared/pending/progress';
import {
  type PendingDeps,
  type PendingKind,
  type Trouble,
  tendPending,
} from '../../../shared/pending/tendPending';
import { type Bill, isUnsettled } from '../domain/bill';
import { type BillDeps, changeBill } from './changeBill';

const OWNER = 'membership';

/** What waits for the provider is pending after so long. */
const PENDING_AFTER_MS = 60_000;
/** More than so many are not counted. */
const MAX_COUNTED = 1_000;

type Deps = PendingDeps & BillDeps & { readonly everySeconds: number };

/** Shows which bills are unsettled, does what people have asked for about them, and writes how far this context is. */
export async function tendMembers(deps: Deps): Promise<void> {
  const unsettledBills = await tendPending(deps, kindOf(deps));
  await writeProgress(deps, OWNER, deps.everySeconds, { figures: { unsettledBills } });
}

/** Nobody gives up a payment here, for each settles. So there is no `discard`. */
const kindOf = (deps: Deps): PendingKind => ({
  kind: 'bill',
  owner: OWNER,
  list: async () => {
    const until = isoTime(deps.clock.now() - PENDING_AFTER_MS);
    return (await deps.members.unsettledSince(until, MAX_COUNTED)).map(troubleOf);
  },
  retry: (item) => checkNow(deps, item),
});

const troubleOf = ({ billId, customerId, status, month, updatedAt, attempts, dueAt }: Bill): Trouble => ({
  id: billId,
  since: updatedAt,
  reason:
    status === 'paying'
      ? 'The provider has not said whether it is paid.'
      : 'The provider has not said that its payment is refunded.',
  attempts,
  ...(dueAt === undefined ? {} : { nextAttemptAt: dueAt }),
  body: { status, month, customerId },
});

/** The next run of the sweep looks at it, as if it were due. */
async function checkNow(deps: Deps, { id, body }: PendingItem): Promise<void> {
  const ref = { billId: id, customerId: String(body?.customerId) };
  await changeBill(deps, ref, (bill, { nowMs }) => {
    const now = isoTime(nowMs);
    return isUnsettled(bill) && (bill.dueAt ?? now) > now
      ? { kind: 'changed', bill: { ...bill, dueAt: now } }
      : { kind: 'unchanged' };
  });
}
